/** Waiting for what other threads bring about. Uses no other room. */
@NullMarked
package io.github.youtubeupload.testkit.internal.concurrent;

import org.jspecify.annotations.NullMarked;

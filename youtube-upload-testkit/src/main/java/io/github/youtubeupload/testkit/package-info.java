/** A YouTube on loopback to test uploads against. */
@NullMarked
package io.github.youtubeupload.testkit;

import org.jspecify.annotations.NullMarked;

/**
 * The wire: one accepted connection, its requests with streamed bodies, its answers. Not for users
 * of the testkit.
 */
@NullMarked
package io.github.youtubeupload.testkit.internal.http;

import org.jspecify.annotations.NullMarked;

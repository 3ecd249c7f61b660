/**
 * The wire: one accepted connection, its requests with streamed bodies, its answers. Knows nothing
 * of YouTube. Begin at {@link io.github.youtubeupload.testkit.internal.http.HttpListener}. Uses no
 * other room.
 */
@NullMarked
package io.github.youtubeupload.testkit.internal.http;

import org.jspecify.annotations.NullMarked;

/**
 * The default {@link com.google.api.client.http.HttpTransport}: streaming, of any length,
 * abortable, its answers whole. {@code docs/decisions} says why it is our own.
 */
@NullMarked
package io.github.youtubeupload.internal.transport;

import org.jspecify.annotations.NullMarked;

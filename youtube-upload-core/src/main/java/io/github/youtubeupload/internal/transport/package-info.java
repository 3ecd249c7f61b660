/**
 * The default {@link com.google.api.client.http.HttpTransport}: streaming, of any length,
 * abortable.
 */
@NullMarked
package io.github.youtubeupload.internal.transport;

import org.jspecify.annotations.NullMarked;

/**
 * The upload protocol: opening a session, sending, asking, cancelling, and a video in one request.
 * Begin at {@link io.github.youtubeupload.testkit.internal.upload.UploadRoutes}. Uses every room
 * but {@code api} and {@code page}.
 */
@NullMarked
package io.github.youtubeupload.testkit.internal.upload;

import org.jspecify.annotations.NullMarked;

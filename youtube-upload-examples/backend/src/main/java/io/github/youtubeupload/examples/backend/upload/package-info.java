/**
 * From a request to a running upload, and from an upload to what its owner is shown. Begin with
 * {@code UploadController}, then {@code UploadReceiver} and {@code Uploads}. Uses {@code account}
 * and what that uses; {@code ops} listens to it.
 */
@NullMarked
package io.github.youtubeupload.examples.backend.upload;

import org.jspecify.annotations.NullMarked;

package io.github.youtubeupload;

import org.jspecify.annotations.Nullable;

/**
 * The upload was cancelled. The message says so if the cancel came after the last byte was sent,
 * when a video may exist all the same. Next step: none, or then {@link UploadClient#reconcile}.
 */
public final class UploadCancelledException extends UploadException {
  private static final long serialVersionUID = 1L;

  UploadCancelledException(String uploadId, String message, @Nullable Throwable cause) {
    super(uploadId, message, cause);
  }
}

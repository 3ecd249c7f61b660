package io.github.youtubeupload;

import org.jspecify.annotations.Nullable;

/**
 * The upload stopped for now: paused, client closed, network away for too long. Nothing is lost.
 * Next step: {@link UploadClient#resume}.
 */
public final class UploadSuspendedException extends UploadException {
  private static final long serialVersionUID = 1L;

  UploadSuspendedException(String uploadId, String message, @Nullable Throwable cause) {
    super(uploadId, message, cause);
  }
}

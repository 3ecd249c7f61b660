package io.github.youtubeupload;

import org.jspecify.annotations.Nullable;

/**
 * Another thread or process is driving this upload, or the id belongs to another request. Next
 * step: wait for the other one, or choose another id.
 */
public final class ConflictException extends UploadException {
  private static final long serialVersionUID = 1L;

  ConflictException(String uploadId, String message, @Nullable Throwable cause) {
    super(uploadId, message, cause);
  }
}

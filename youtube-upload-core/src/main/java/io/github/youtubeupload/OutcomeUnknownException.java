package io.github.youtubeupload;

import org.jspecify.annotations.Nullable;

/**
 * The session is gone, and it is not known whether the video exists. Nothing is sent again by
 * itself. Next step: {@link UploadClient#reconcile}.
 */
public final class OutcomeUnknownException extends UploadException {
  private static final long serialVersionUID = 1L;

  OutcomeUnknownException(String uploadId, String message, @Nullable Throwable cause) {
    super(uploadId, message, cause);
  }
}

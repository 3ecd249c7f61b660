package io.github.youtubeupload;

import org.jspecify.annotations.Nullable;

/**
 * Google does not accept the credentials, or they do not allow this. Next step: let the user
 * consent again with the scope {@code youtube.upload}, and {@code youtube.readonly} to reconcile;
 * then {@link UploadClient#resume} or submit again.
 */
public final class AuthorizationException extends UploadException {
  private static final long serialVersionUID = 1L;

  AuthorizationException(String uploadId, String message, @Nullable Throwable cause) {
    super(uploadId, message, cause);
  }
}

package io.github.youtubeupload;

import java.time.Instant;

/**
 * The project's quota of today has no room for this upload. Nothing was sent. Next step: resume or
 * submit again with the same id after {@link #retryAt}.
 */
public final class QuotaExhaustedException extends UploadException {
  private static final long serialVersionUID = 1L;

  private final Instant retryAt;

  QuotaExhaustedException(String uploadId, String message, Instant retryAt) {
    super(uploadId, message, null);
    this.retryAt = retryAt;
  }

  /** When the next Pacific day begins and the quota is whole again. */
  public Instant retryAt() {
    return retryAt;
  }
}

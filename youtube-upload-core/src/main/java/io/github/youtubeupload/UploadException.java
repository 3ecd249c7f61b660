package io.github.youtubeupload;

import org.jspecify.annotations.Nullable;

/**
 * An upload did not end with a video. Each subclass answers one question: what do I do now?
 * Messages name the upload, what happened, and the next step; they hold no token and no session
 * URI. Failures of earlier attempts are attached as suppressed.
 */
public abstract sealed class UploadException extends RuntimeException
    permits AuthorizationException,
        ChannelLimitException,
        ConflictException,
        OutcomeUnknownException,
        QuotaExhaustedException,
        RejectedException,
        SourceException,
        StoreException,
        UploadCancelledException,
        UploadSuspendedException {
  private static final long serialVersionUID = 1L;

  private final String uploadId;

  UploadException(String uploadId, String message, @Nullable Throwable e) {
    super("Upload " + uploadId + ": " + message, e);
    this.uploadId = uploadId;
  }

  /** The upload's id, for {@link UploadClient#find} and the like. */
  public String uploadId() {
    return uploadId;
  }
}

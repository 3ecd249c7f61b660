package io.github.youtubeupload.store;

import org.jspecify.annotations.Nullable;

/** The journal could not be read or written. The upload it concerns is as the last record says. */
public final class UploadStoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The message names the upload or the path, what failed, and what to do. */
  public UploadStoreException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}

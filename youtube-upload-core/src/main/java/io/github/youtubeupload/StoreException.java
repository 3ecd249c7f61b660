package io.github.youtubeupload;

import org.jspecify.annotations.Nullable;

/**
 * The journal or the quota ledger could not be used, so the upload went no further. Next step: mend
 * the store, then {@link UploadClient#resume} the upload or submit it again with the same id.
 */
public final class StoreException extends UploadException {
  private static final long serialVersionUID = 1L;

  StoreException(String uploadId, String message, @Nullable Throwable cause) {
    super(uploadId, message, cause);
  }
}

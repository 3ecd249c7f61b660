package io.github.youtubeupload.quota;

import org.jspecify.annotations.Nullable;

/**
 * The ledger could not be reached or gave no clear answer. It says nothing about the quota itself.
 */
public final class QuotaStoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The message names the store, what failed, and what to do. */
  public QuotaStoreException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}

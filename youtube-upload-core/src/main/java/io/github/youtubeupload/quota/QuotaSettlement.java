package io.github.youtubeupload.quota;

/** What became of a reservation. */
public enum QuotaSettlement {
  /** The call was made, or may have been. */
  SPENT,
  /** The call surely did not reach Google. */
  GIVEN_BACK
}

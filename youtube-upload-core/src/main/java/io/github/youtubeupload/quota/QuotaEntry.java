package io.github.youtubeupload.quota;

import java.time.Instant;

/**
 * A line of the ledger: who reserved what, and what became of it.
 *
 * @param reservationId the reservation
 * @param uploadId the upload it was for
 * @param bucket the bucket that pays
 * @param units how many
 * @param reservedAt when, by the store's clock
 * @param state what became of it
 */
public record QuotaEntry(
    String reservationId,
    String uploadId,
    String bucket,
    long units,
    Instant reservedAt,
    State state) {

  /** What can become of a reservation. */
  public enum State {
    /** Reserved, and its lease has not run out. Counts. */
    HELD,
    /** The call was made, or may have been. Counts. */
    SPENT,
    /** Its owner said that the call did not reach Google. */
    GIVEN_BACK,
    /** Its lease ran out: its owner died, or never said what became of it. */
    LAPSED;

    /** Whether its units are taken. */
    public boolean counts() {
      return this == HELD || this == SPENT;
    }
  }
}

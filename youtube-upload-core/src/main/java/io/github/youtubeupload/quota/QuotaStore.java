package io.github.youtubeupload.quota;

import java.time.Clock;
import java.util.List;

/**
 * The ledger of one or more Google Cloud projects. Thread-safe; a shared store is safe between
 * processes and machines.
 *
 * <p>The day is the Pacific day ({@link QuotaDay}) by the store's own clock, never the caller's.
 * Every method throws {@link QuotaStoreException} when the store cannot be reached or gives no
 * clear answer: never "no quota", and never "go ahead".
 */
public interface QuotaStore {

  /**
   * Reserves units in today's bucket if all of them fit under the limit, in one atomic step.
   *
   * <p>Idempotent: the same {@link QuotaReservation#id} again gets the same answer and takes
   * nothing more, as long as it is held or spent; one that was given back is taken anew if there is
   * room. A reservation that is neither settled nor repeated within its lease is given back by the
   * store.
   */
  QuotaDecision reserve(QuotaReservation reservation);

  /**
   * Says what became of a reservation. {@code SPENT} ends the lease: from then on it counts until
   * the day is over. {@code GIVEN_BACK} frees it, whether it was held or spent. Idempotent. A
   * reservation whose lease had run out and that is now {@code SPENT} counts again, over the limit
   * if need be, because the call was made.
   *
   * @throws QuotaStoreException if the store never saw the reservation
   */
  void settle(String project, String reservationId, QuotaSettlement settlement);

  /** What is used in today's bucket. */
  QuotaUsage usage(String project, String bucket);

  /**
   * Learns that Google refused a reserved call because the bucket is empty: nothing more is granted
   * in that bucket on the day the reservation was made.
   */
  void refused(String project, String reservationId);

  /** Who reserved what today in a project, oldest first. */
  List<QuotaEntry> entries(String project);

  /** A ledger that lasts as long as this object and counts this process only. */
  static QuotaStore inMemory() {
    return inMemory(Clock.systemUTC());
  }

  /** The same with a clock of the caller's, for tests of what happens at the reset. */
  static QuotaStore inMemory(Clock clock) {
    return new InMemoryQuotaStore(clock);
  }
}

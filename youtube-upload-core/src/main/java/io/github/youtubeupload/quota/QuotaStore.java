package io.github.youtubeupload.quota;

import java.nio.file.Path;
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
   * <p>Idempotent: the same {@link QuotaReservation#id} again on the same day gets the same answer
   * and takes nothing more, as long as it is held or spent; if held, its lease begins anew. One
   * that was given back, that lapsed, or that was made on an earlier day is taken anew today if
   * there is room. A reservation that is neither settled nor repeated within its lease lapses: the
   * store gives it back.
   */
  QuotaDecision reserve(QuotaReservation reservation);

  /**
   * Says what became of a reservation. To be called with {@code SPENT} right before the call is
   * made, so that a process that dies in between has paid for what it may have done. Idempotent.
   *
   * <p>{@code SPENT} ends the lease: from then on it counts until the day is over. A reservation
   * that had lapsed or was given back counts again, over the limit if need be, because the call is
   * made. One that was not spent before is charged to today even if it was made on an earlier day,
   * because that is when Google charges the call.
   *
   * <p>{@code GIVEN_BACK} frees it, whether it was held or spent, on the day that it was charged
   * to.
   *
   * @throws QuotaStoreException if the store never saw the reservation, or has forgotten it: stores
   *     keep reservations for two weeks at least
   */
  void settle(String project, String reservationId, QuotaSettlement settlement);

  /** What is used in today's bucket. */
  QuotaUsage usage(String project, String bucket);

  /**
   * Learns that Google refused a reserved call because the bucket is empty: nothing more is granted
   * in that bucket on the day the reservation is charged to. Idempotent.
   *
   * @throws QuotaStoreException if the store does not know the reservation
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

  /**
   * A ledger in a directory, for the processes of one machine, by that machine's clock. It survives
   * restarts and {@code kill -9}. Only this process's user can read it. The file system must be a
   * local one: file locks of network file systems are not to be trusted.
   *
   * @param stateDirectory is created if it is missing; the ledger is in its directory {@code quota}
   * @throws QuotaStoreException if it cannot be created or used
   */
  static QuotaStore directory(Path stateDirectory) {
    return DirectoryQuotaStore.open(stateDirectory, Clock.systemUTC());
  }
}

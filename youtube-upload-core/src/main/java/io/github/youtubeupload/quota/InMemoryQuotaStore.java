package io.github.youtubeupload.quota;

import java.time.Clock;
import java.util.List;

/** Every method under one lock: a ledger of a few hundred lines a day needs no more. */
final class InMemoryQuotaStore implements QuotaStore {
  private final Clock clock;
  private final Ledger ledger = new Ledger();

  InMemoryQuotaStore(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized QuotaDecision reserve(QuotaReservation reservation) {
    return ledger.reserve(reservation, clock.instant());
  }

  @Override
  public synchronized void settle(String project, String id, QuotaSettlement settlement) {
    ledger.settle(project, id, settlement, clock.instant());
  }

  @Override
  public synchronized QuotaUsage usage(String project, String bucket) {
    return ledger.usage(project, bucket, clock.instant());
  }

  @Override
  public synchronized void refused(String project, String reservationId) {
    ledger.refused(project, reservationId);
  }

  @Override
  public synchronized List<QuotaEntry> entries(String project) {
    return ledger.entries(project, clock.instant());
  }
}

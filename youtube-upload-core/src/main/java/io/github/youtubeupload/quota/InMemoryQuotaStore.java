package io.github.youtubeupload.quota;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every method under one lock: each takes microseconds. */
final class InMemoryQuotaStore implements QuotaStore {
  private final Clock clock;
  private final Settled settled = new Settled();
  private final Ledger ledger = new Ledger(settled);

  private static final class Settled implements SettledLines {
    private final Map<LedgerLine.Key, LedgerLine> lines = new HashMap<>();

    @Override
    public Optional<LedgerLine> find(LedgerLine.Key key) {
      return Optional.ofNullable(lines.get(key));
    }

    @Override
    public List<LedgerLine> of(LocalDate day) {
      return lines.values().stream().filter(line -> line.day().equals(day)).toList();
    }
  }

  InMemoryQuotaStore(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized QuotaDecision reserve(QuotaReservation reservation) {
    QuotaDecision decision = ledger.reserve(reservation, clock.instant());
    keep();
    return decision;
  }

  @Override
  public synchronized void settle(String project, String id, QuotaSettlement settlement) {
    ledger.settle(project, id, settlement, clock.instant());
    keep();
  }

  private void keep() {
    ledger.newlySettled().forEach(line -> settled.lines.put(line.key(), line));
    ledger.newlySettledAreKept();
    ledger
        .forgetOldDays()
        .ifPresent(oldest -> settled.lines.values().removeIf(line -> line.day().isBefore(oldest)));
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

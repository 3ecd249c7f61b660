package io.github.youtubeupload.quota;

import io.github.youtubeupload.quota.QuotaEntry.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules of {@link QuotaStore}, for stores that hold the whole ledger. Not thread-safe. */
final class Ledger {
  /**
   * Longer than a session of Google's lives, so what can still be settled is still known. Days on
   * which something was reserved: a clock that jumps ahead and back ages nothing.
   */
  private static final int DAYS_KEPT = 16;

  record EmptyBucket(String project, String bucket, LocalDate day) {}

  private final Map<LedgerLine.Key, LedgerLine> lines = new LinkedHashMap<>();
  private final Set<EmptyBucket> emptyBuckets = new LinkedHashSet<>();

  QuotaDecision reserve(QuotaReservation wish, Instant now) {
    LocalDate today = QuotaDay.of(now);
    LedgerLine wished = LedgerLine.held(wish, now);
    LedgerLine earlier = lines.get(wished.key());
    if (earlier != null && earlier.countsIn(today, now)) {
      lines.put(earlier.key(), earlier.leasedUntil(wished.leaseEnd()));
      return new QuotaDecision(true, usage(wish.project(), wish.bucket(), now));
    }
    QuotaUsage usage = usage(wish.project(), wish.bucket(), now);
    if (usage.exhausted() || wish.units() > wish.limit() - usage.used()) {
      return new QuotaDecision(false, usage);
    }
    lines.put(wished.key(), wished);
    forgetOldDays();
    return new QuotaDecision(true, usage(wish.project(), wish.bucket(), now));
  }

  void settle(String project, String id, QuotaSettlement settlement, Instant now) {
    LedgerLine line = line(project, id);
    lines.put(
        line.key(),
        switch (settlement) {
          case GIVEN_BACK -> line.settled(State.GIVEN_BACK, line.day());
          case SPENT ->
              line.recorded() == State.SPENT ? line : line.settled(State.SPENT, QuotaDay.of(now));
        });
  }

  QuotaUsage usage(String project, String bucket, Instant now) {
    LocalDate today = QuotaDay.of(now);
    long used =
        lines.values().stream()
            .filter(line -> line.key().project().equals(project) && line.bucket().equals(bucket))
            .filter(line -> line.countsIn(today, now))
            .mapToLong(LedgerLine::units)
            .sum();
    boolean exhausted = emptyBuckets.contains(new EmptyBucket(project, bucket, today));
    return new QuotaUsage(today, used, exhausted, QuotaDay.endOf(today));
  }

  void refused(String project, String id) {
    LedgerLine line = line(project, id);
    emptyBuckets.add(new EmptyBucket(project, line.bucket(), line.day()));
  }

  List<QuotaEntry> entries(String project, Instant now) {
    LocalDate today = QuotaDay.of(now);
    return lines.values().stream()
        .filter(line -> line.key().project().equals(project) && line.day().equals(today))
        .map(line -> line.entry(now))
        .sorted(
            Comparator.comparing(QuotaEntry::reservedAt).thenComparing(QuotaEntry::reservationId))
        .toList();
  }

  Collection<LedgerLine> lines() {
    return lines.values();
  }

  Set<EmptyBucket> emptyBuckets() {
    return emptyBuckets;
  }

  void add(LedgerLine line) {
    lines.put(line.key(), line);
  }

  void add(EmptyBucket emptyBucket) {
    emptyBuckets.add(emptyBucket);
  }

  private void forgetOldDays() {
    lines.values().stream()
        .map(LedgerLine::day)
        .distinct()
        .sorted(Comparator.reverseOrder())
        .skip(DAYS_KEPT - 1)
        .findFirst()
        .ifPresent(
            oldest -> {
              lines.values().removeIf(line -> line.day().isBefore(oldest));
              emptyBuckets.removeIf(empty -> empty.day().isBefore(oldest));
            });
  }

  private LedgerLine line(String project, String id) {
    LedgerLine line = lines.get(new LedgerLine.Key(project, id));
    if (line == null) {
      throw new QuotaStoreException(
          "The ledger of project " + project + " knows no reservation " + id, null);
    }
    return line;
  }
}

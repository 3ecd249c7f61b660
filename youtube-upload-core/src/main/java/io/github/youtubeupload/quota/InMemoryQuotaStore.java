package io.github.youtubeupload.quota;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every method under one lock: a ledger of a few hundred lines a day needs no more. */
final class InMemoryQuotaStore implements QuotaStore {
  private record Line(
      QuotaReservation reservation,
      LocalDate day,
      Instant reservedAt,
      Instant leaseEnd,
      Optional<QuotaSettlement> settlement) {

    boolean counts(Instant now) {
      return settlement.map(QuotaSettlement.SPENT::equals).orElseGet(() -> now.isBefore(leaseEnd));
    }

    Line settled(QuotaSettlement outcome) {
      return new Line(reservation, day, reservedAt, leaseEnd, Optional.of(outcome));
    }
  }

  private record Key(String project, String name) {}

  private record EmptyBucket(String project, String bucket, LocalDate day) {}

  private final Clock clock;
  private final Map<Key, Line> lines = new LinkedHashMap<>();
  private final Set<EmptyBucket> emptyBuckets = new HashSet<>();

  InMemoryQuotaStore(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized QuotaDecision reserve(QuotaReservation wish) {
    Instant now = clock.instant();
    LocalDate day = QuotaDay.of(now);
    Key key = new Key(wish.project(), wish.id());
    Line earlier = lines.get(key);
    QuotaUsage usage = usage(wish.project(), wish.bucket(), now);
    if (earlier != null && earlier.counts(now) && earlier.day().equals(day)) {
      return new QuotaDecision(true, usage);
    }
    if (usage.exhausted() || usage.used() + wish.units() > wish.limit()) {
      return new QuotaDecision(false, usage);
    }
    lines.remove(key);
    lines.put(key, new Line(wish, day, now, now.plus(wish.lease()), Optional.empty()));
    return new QuotaDecision(true, usage(wish.project(), wish.bucket(), now));
  }

  @Override
  public synchronized void settle(String project, String id, QuotaSettlement settlement) {
    Key key = new Key(project, id);
    lines.put(key, line(key).settled(settlement));
  }

  @Override
  public synchronized QuotaUsage usage(String project, String bucket) {
    return usage(project, bucket, clock.instant());
  }

  private QuotaUsage usage(String project, String bucket, Instant now) {
    LocalDate day = QuotaDay.of(now);
    long used =
        lines.values().stream()
            .filter(line -> line.reservation().project().equals(project))
            .filter(line -> line.reservation().bucket().equals(bucket))
            .filter(line -> line.day().equals(day) && line.counts(now))
            .mapToLong(line -> line.reservation().units())
            .sum();
    boolean exhausted = emptyBuckets.contains(new EmptyBucket(project, bucket, day));
    return new QuotaUsage(day, used, exhausted, QuotaDay.endOf(day));
  }

  @Override
  public synchronized void refused(String project, String reservationId) {
    Line line = line(new Key(project, reservationId));
    emptyBuckets.add(new EmptyBucket(project, line.reservation().bucket(), line.day()));
  }

  @Override
  public synchronized List<QuotaEntry> entries(String project) {
    LocalDate today = QuotaDay.of(clock.instant());
    List<QuotaEntry> entries = new ArrayList<>();
    for (Line line : lines.values()) {
      QuotaReservation wish = line.reservation();
      if (wish.project().equals(project) && line.day().equals(today)) {
        entries.add(
            new QuotaEntry(
                wish.id(),
                wish.uploadId(),
                wish.bucket(),
                wish.units(),
                line.reservedAt(),
                line.settlement()));
      }
    }
    return entries;
  }

  private Line line(Key key) {
    Line line = lines.get(key);
    if (line == null) {
      throw new QuotaStoreException(
          "No reservation " + key.name() + " in project " + key.project(), null);
    }
    return line;
  }
}

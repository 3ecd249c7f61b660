package io.github.youtubeupload.quota;

import io.github.youtubeupload.quota.QuotaEntry.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rules of {@link QuotaStore} for stores without a database. It holds what is small: a running
 * total of each bucket and day, and the reservations that are held. Those that are settled are
 * looked up by name where the store keeps them, so no answer costs more after a long day. Not
 * thread-safe.
 */
final class Ledger {
  /**
   * Longer than a session of Google's lives, so what can still be settled is still known. Days on
   * which something was reserved: a clock that jumps ahead and back ages nothing.
   */
  private static final int DAYS_KEPT = 16;

  record BucketDay(String project, String bucket, LocalDate day) {}

  /**
   * @param spent the units of the reservations that are spent
   * @param exhausted whether Google said that the bucket is empty
   */
  record Total(long spent, boolean exhausted) {
    static final Total NOTHING = new Total(0, false);
  }

  private final SettledLines settled;
  private final Map<BucketDay, Total> totals = new LinkedHashMap<>();
  private final Map<LedgerLine.Key, LedgerLine> held = new LinkedHashMap<>();
  private final List<LedgerLine> newlySettled = new ArrayList<>();
  private long sequence;
  private boolean changed;

  Ledger(SettledLines settled) {
    this.settled = settled;
  }

  QuotaDecision reserve(QuotaReservation wish, Instant now) {
    LocalDate today = QuotaDay.of(now);
    LedgerLine wished = LedgerLine.held(wish, now);
    Optional<LedgerLine> standing = find(wished.key()).filter(line -> line.countsIn(today, now));
    QuotaUsage usage = usage(wish.project(), wish.bucket(), now);
    if (standing.isPresent()) {
      standing
          .filter(line -> line.recorded() == State.HELD)
          .ifPresent(line -> hold(line.leasedUntil(wished.leaseEnd())));
      return new QuotaDecision(true, usage);
    }
    if (usage.exhausted() || wish.units() > wish.limit() - usage.used()) {
      return new QuotaDecision(false, usage);
    }
    hold(wished);
    releaseLapsed(now);
    return new QuotaDecision(true, usage(wish.project(), wish.bucket(), now));
  }

  private void hold(LedgerLine line) {
    held.put(line.key(), line);
    changed = true;
  }

  private void releaseLapsed(Instant now) {
    for (LedgerLine line : List.copyOf(held.values())) {
      if (line.state(now) == State.LAPSED) {
        close(line.settled(State.LAPSED, line.day()), 0);
      }
    }
  }

  void settle(String project, String id, QuotaSettlement settlement, Instant now) {
    LedgerLine line = require(project, id);
    State before = line.recorded();
    if (settlement == QuotaSettlement.SPENT && before != State.SPENT) {
      close(line.settled(State.SPENT, QuotaDay.of(now)), line.units());
    } else if (settlement == QuotaSettlement.GIVEN_BACK && before != State.GIVEN_BACK) {
      close(line.settled(State.GIVEN_BACK, line.day()), before == State.SPENT ? -line.units() : 0);
    }
  }

  /**
   * Every day that has a line has a total, be it of nothing: days are forgotten by their totals.
   */
  private void close(LedgerLine line, long spent) {
    held.remove(line.key());
    newlySettled.add(line.numbered(++sequence));
    BucketDay bucketDay = line.bucketDay();
    Total total = totals.getOrDefault(bucketDay, Total.NOTHING);
    totals.put(bucketDay, new Total(total.spent() + spent, total.exhausted()));
    changed = true;
  }

  QuotaUsage usage(String project, String bucket, Instant now) {
    LocalDate today = QuotaDay.of(now);
    BucketDay bucketDay = new BucketDay(project, bucket, today);
    Total total = totals.getOrDefault(bucketDay, Total.NOTHING);
    long reserved =
        held.values().stream()
            .filter(line -> line.bucketDay().equals(bucketDay) && line.countsIn(today, now))
            .mapToLong(LedgerLine::units)
            .sum();
    return new QuotaUsage(
        today, total.spent() + reserved, total.exhausted(), QuotaDay.endOf(today));
  }

  void refused(String project, String id) {
    BucketDay bucketDay = require(project, id).bucketDay();
    Total total = totals.getOrDefault(bucketDay, Total.NOTHING);
    totals.put(bucketDay, new Total(total.spent(), true));
    changed |= !total.exhausted();
  }

  List<QuotaEntry> entries(String project, Instant now) {
    LocalDate today = QuotaDay.of(now);
    Map<LedgerLine.Key, LedgerLine> newest = new HashMap<>();
    Stream.concat(settled.of(today).stream(), newlySettled.stream())
        .forEach(line -> newest.merge(line.key(), line, LedgerLine::newer));
    newest.putAll(held);
    return newest.values().stream()
        .filter(line -> line.key().project().equals(project) && line.day().equals(today))
        .map(line -> line.entry(now))
        .sorted(
            Comparator.comparing(QuotaEntry::reservedAt).thenComparing(QuotaEntry::reservationId))
        .toList();
  }

  private LedgerLine require(String project, String id) {
    return find(new LedgerLine.Key(project, id))
        .orElseThrow(
            () ->
                new QuotaStoreException(
                    "The ledger of project " + project + " knows no reservation " + id, null));
  }

  private Optional<LedgerLine> find(LedgerLine.Key key) {
    LedgerLine line = held.get(key);
    if (line != null) {
      return Optional.of(line);
    }
    return newlySettled.stream()
        .filter(each -> each.key().equals(key))
        .reduce(LedgerLine::newer)
        .or(() -> settled.find(key));
  }

  /** Forgets all but the last days; says from which day on it knows all, if it forgot any. */
  Optional<LocalDate> forgetOldDays() {
    Optional<LocalDate> oldest =
        Stream.concat(totals.keySet().stream(), held.values().stream().map(LedgerLine::bucketDay))
            .map(BucketDay::day)
            .distinct()
            .sorted(Comparator.reverseOrder())
            .skip(DAYS_KEPT - 1)
            .findFirst();
    if (oldest.isEmpty()) {
      return oldest;
    }
    boolean anyTotal = totals.keySet().removeIf(total -> total.day().isBefore(oldest.get()));
    boolean anyHeld = held.values().removeIf(line -> line.day().isBefore(oldest.get()));
    return anyTotal || anyHeld ? oldest : Optional.empty();
  }

  /** Whether there is anything to write down since it was read. */
  boolean isChanged() {
    return changed;
  }

  /** What has to go where settled lines are kept. */
  List<LedgerLine> newlySettled() {
    return List.copyOf(newlySettled);
  }

  /** They are there now. */
  void newlySettledAreKept() {
    changed |= !newlySettled.isEmpty();
    newlySettled.clear();
  }

  Map<BucketDay, Total> totals() {
    return totals;
  }

  Iterable<LedgerLine> held() {
    return held.values();
  }

  long sequence() {
    return sequence;
  }

  /** Puts back what was written down. */
  void restore(long lastSequence) {
    sequence = lastSequence;
  }

  void restore(BucketDay bucketDay, Total total) {
    totals.put(bucketDay, total);
  }

  void restoreHeld(LedgerLine line) {
    held.put(line.key(), line);
  }

  void restoreNewlySettled(LedgerLine line) {
    newlySettled.add(line);
  }
}

package io.github.youtubeupload.quota;

import io.github.youtubeupload.quota.QuotaEntry.State;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A reservation as a ledger keeps it.
 *
 * @param recorded {@code HELD} also when its lease has run out and nobody has released it yet
 * @param sequence counts the settlements of the ledger; 0 while it is held
 */
record LedgerLine(
    Key key,
    String bucket,
    long units,
    String uploadId,
    LocalDate day,
    Instant reservedAt,
    Instant leaseEnd,
    State recorded,
    long sequence) {

  record Key(String project, String id) {}

  static LedgerLine held(QuotaReservation wish, Instant now) {
    return new LedgerLine(
        new Key(wish.project(), wish.id()),
        wish.bucket(),
        wish.units(),
        wish.uploadId(),
        QuotaDay.of(now),
        now,
        now.plus(wish.lease()),
        State.HELD,
        0);
  }

  static LedgerLine newer(LedgerLine one, LedgerLine other) {
    return one.sequence > other.sequence ? one : other;
  }

  State state(Instant now) {
    return recorded == State.HELD && !now.isBefore(leaseEnd) ? State.LAPSED : recorded;
  }

  boolean countsIn(LocalDate countedDay, Instant now) {
    return day.equals(countedDay) && state(now).counts();
  }

  Ledger.BucketDay bucketDay() {
    return new Ledger.BucketDay(key.project(), bucket, day);
  }

  LedgerLine leasedUntil(Instant end) {
    return new LedgerLine(key, bucket, units, uploadId, day, reservedAt, end, recorded, sequence);
  }

  LedgerLine settled(State state, LocalDate chargedDay) {
    return new LedgerLine(
        key, bucket, units, uploadId, chargedDay, reservedAt, leaseEnd, state, sequence);
  }

  LedgerLine numbered(long number) {
    return new LedgerLine(
        key, bucket, units, uploadId, day, reservedAt, leaseEnd, recorded, number);
  }

  QuotaEntry entry(Instant now) {
    return new QuotaEntry(key.id(), uploadId, bucket, units, reservedAt, state(now));
  }
}

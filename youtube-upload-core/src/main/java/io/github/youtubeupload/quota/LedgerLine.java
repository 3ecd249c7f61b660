package io.github.youtubeupload.quota;

import io.github.youtubeupload.quota.QuotaEntry.State;
import java.time.Instant;
import java.time.LocalDate;

/** A reservation as a ledger keeps it. The state on record is never {@code LAPSED}: time tells. */
record LedgerLine(
    Key key,
    String bucket,
    long units,
    String uploadId,
    LocalDate day,
    Instant reservedAt,
    Instant leaseEnd,
    State recorded) {

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
        State.HELD);
  }

  State state(Instant now) {
    return recorded == State.HELD && !now.isBefore(leaseEnd) ? State.LAPSED : recorded;
  }

  boolean countsIn(LocalDate countedDay, Instant now) {
    return day.equals(countedDay) && state(now).counts();
  }

  LedgerLine leasedUntil(Instant end) {
    return new LedgerLine(key, bucket, units, uploadId, day, reservedAt, end, recorded);
  }

  LedgerLine settled(State state, LocalDate chargedDay) {
    return new LedgerLine(key, bucket, units, uploadId, chargedDay, reservedAt, leaseEnd, state);
  }

  QuotaEntry entry(Instant now) {
    return new QuotaEntry(key.id(), uploadId, bucket, units, reservedAt, state(now));
  }
}

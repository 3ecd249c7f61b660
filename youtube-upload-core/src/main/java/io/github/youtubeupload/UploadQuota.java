package io.github.youtubeupload;

import io.github.youtubeupload.internal.concurrent.InterruptibleCalls;
import io.github.youtubeupload.internal.concurrent.ProcessClock;
import io.github.youtubeupload.internal.concurrent.StopSignal;
import io.github.youtubeupload.quota.ApiCall;
import io.github.youtubeupload.quota.QuotaDay;
import io.github.youtubeupload.quota.QuotaDecision;
import io.github.youtubeupload.quota.QuotaPolicy;
import io.github.youtubeupload.quota.QuotaReservation;
import io.github.youtubeupload.quota.QuotaSettlement;
import io.github.youtubeupload.quota.QuotaStore;
import io.github.youtubeupload.quota.QuotaStoreException;
import io.github.youtubeupload.quota.QuotaUsage;
import io.github.youtubeupload.store.UploadRecord;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;

/**
 * One upload's dealings with the ledger. A reservation is named by the upload's id, the time it was
 * accepted and the attempt: a resumed upload repeats its own, and another machine that takes the
 * same id for its own upload pays for itself.
 */
final class UploadQuota {
  private static final Duration LEASE = Duration.ofMinutes(10);

  /** Units reserved longer ago are asked for again before they are spent. */
  private static final Duration FRESH = Duration.ofMinutes(1);

  private final QuotaStore store;
  private final QuotaPolicy policy;
  private final ProcessClock clock;
  private final String project;
  private final String uploadId;
  private final String acceptedAt;
  private final InterruptibleCalls ledger;
  private Instant reservedAt = Instant.MIN;
  private long reservedNanos;
  private int extraCalls;
  private int givenBack;

  UploadQuota(Settings settings, UploadRecord record, InterruptibleCalls calls) {
    this.store = settings.quota().store();
    this.policy = settings.quota().policy();
    this.clock = settings.clock();
    this.project = record.project();
    this.uploadId = record.uploadId();
    this.acceptedAt = Long.toString(record.createdAt().toEpochMilli(), Character.MAX_RADIX);
    this.ledger = calls.inOrder();
  }

  long cost() {
    return policy.charge(ApiCall.VIDEOS_INSERT).units();
  }

  void reserve(int attempt) {
    reserve(ApiCall.VIDEOS_INSERT, id(attempt));
    reservedAt = clock.now();
    reservedNanos = clock.nanoTime();
  }

  /** Pays for a call that is about to be made, whatever comes of it; gives the reservation. */
  String spendOn(ApiCall call, String round) {
    String id = uploadId + "#" + call + "-" + round + "-" + ++extraCalls;
    reserve(call, id);
    pay(id);
    return id;
  }

  private void reserve(ApiCall call, String id) {
    QuotaPolicy.Charge charge = policy.charge(call);
    long limit = policy.limit(charge.bucket());
    QuotaReservation wish =
        new QuotaReservation(id, project, charge.bucket(), charge.units(), limit, uploadId, LEASE);
    QuotaDecision decision = asking(() -> store.reserve(wish));
    if (!decision.granted()) {
      throw exhausted(
          "no room in today's quota of project "
              + (project + ": " + decision.usage().used() + " of " + limit + " used")
              + (decision.usage().exhausted() ? ", and Google said it is empty" : ""),
          decision.usage().resetsAt());
    }
  }

  /** To be called right before the call; a process that slept since may find its units taken. */
  void spend(int attempt) {
    if (isStale()) {
      reserve(attempt);
    }
    try {
      pay(id(attempt));
    } catch (StopSignal.Stopped e) {
      giveBack(attempt); // the call will not be made
      throw e;
    }
  }

  /**
   * By either clock: the one of the day can be set, the other may rest while the machine sleeps.
   */
  private boolean isStale() {
    Instant now = clock.now();
    return now.isAfter(reservedAt.plus(FRESH))
        || clock.nanoTime() - reservedNanos > FRESH.toNanos()
        || !QuotaDay.of(now).equals(QuotaDay.of(reservedAt));
  }

  /** The attempt may be repeated, under a name of its own: this message may arrive twice, late. */
  void giveBack(int attempt) {
    String id = id(attempt);
    telling(
        () -> {
          store.settle(project, id, QuotaSettlement.GIVEN_BACK);
          return id;
        });
    givenBack++;
  }

  /** Writes Google's refusal down for all who share the project, and says when to come back. */
  QuotaExhaustedException refused(int attempt, String refusal) {
    return refused(ApiCall.VIDEOS_INSERT, id(attempt), refusal);
  }

  /** The same for a call that was paid for with {@link #spendOn}. */
  QuotaExhaustedException refused(ApiCall call, String reservation, String refusal) {
    QuotaUsage usage =
        telling(
            () -> {
              store.refused(project, reservation);
              return store.usage(project, policy.charge(call).bucket());
            });
    // of yesterday's bucket, if the day ended between call and answer: then today's is open
    Instant retryAt =
        usage.exhausted() ? usage.resetsAt() : QuotaDay.endOf(usage.day().minusDays(1));
    return exhausted("Google says that today's quota is used up: " + refusal, retryAt);
  }

  private QuotaExhaustedException exhausted(String why, Instant resetsAt) {
    return new QuotaExhaustedException(uploadId, why + "; try again after " + resetsAt, resetsAt);
  }

  /** Never broken off, since what takes the payment back must come after it. */
  private void pay(String id) {
    telling(
        () -> {
          store.settle(project, id, QuotaSettlement.SPENT);
          return id;
        });
  }

  private String id(int attempt) {
    String repeated = givenBack == 0 ? "" : "." + givenBack;
    return uploadId + "#" + acceptedAt + "-" + attempt + repeated;
  }

  private <T> T asking(Callable<T> question) {
    try {
      return ledger.call(question);
    } catch (QuotaStoreException | IOException e) {
      throw unusable(e);
    }
  }

  /** What others must learn, though this upload be stopped meanwhile; in the order it was said. */
  private <T> T telling(Callable<T> news) {
    try {
      return ledger.finish(news);
    } catch (QuotaStoreException | IOException e) {
      throw unusable(e);
    }
  }

  private StoreException unusable(Exception e) {
    return new StoreException(uploadId, "the quota ledger could not be used: " + e.getMessage(), e);
  }
}

package io.github.youtubeupload;

import io.github.youtubeupload.quota.ApiCall;
import io.github.youtubeupload.quota.QuotaDecision;
import io.github.youtubeupload.quota.QuotaPolicy;
import io.github.youtubeupload.quota.QuotaReservation;
import io.github.youtubeupload.quota.QuotaSettlement;
import io.github.youtubeupload.quota.QuotaStore;
import io.github.youtubeupload.quota.QuotaStoreException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;

/** One upload's dealings with the ledger. A reservation is named by the upload's id and attempt. */
final class QuotaAccount {
  private static final Duration LEASE = Duration.ofMinutes(10);

  private final QuotaStore store;
  private final QuotaPolicy policy;
  private final String project;
  private final String uploadId;
  private final Detached detached;
  private int extraCalls;

  QuotaAccount(
      QuotaStore store, QuotaPolicy policy, String project, String uploadId, Detached detached) {
    this.store = store;
    this.policy = policy;
    this.project = project;
    this.uploadId = uploadId;
    this.detached = detached;
  }

  long cost() {
    return policy.charge(ApiCall.VIDEOS_INSERT).units();
  }

  void reserve(int attempt) {
    reserve(ApiCall.VIDEOS_INSERT, id(attempt));
  }

  /** Pays for a call that is about to be made, whatever comes of it; gives the reservation. */
  String spendOn(ApiCall call, String round) {
    String id = uploadId + "#" + call + "-" + round + "-" + ++extraCalls;
    reserve(call, id);
    settle(id, QuotaSettlement.SPENT);
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

  void spent(int attempt) {
    settle(id(attempt), QuotaSettlement.SPENT);
  }

  void giveBack(int attempt) {
    settle(id(attempt), QuotaSettlement.GIVEN_BACK);
  }

  /** Writes Google's refusal down for all who share the project, and says when to come back. */
  QuotaExhaustedException refused(int attempt, String refusal) {
    return refused(ApiCall.VIDEOS_INSERT, id(attempt), refusal);
  }

  /** The same for a call that was paid for with {@link #spendOn}. */
  QuotaExhaustedException refused(ApiCall call, String reservation, String refusal) {
    Instant resetsAt =
        asking(
            () -> {
              store.refused(project, reservation);
              return store.usage(project, policy.charge(call).bucket()).resetsAt();
            });
    return exhausted("Google says that today's quota is used up: " + refusal, resetsAt);
  }

  private QuotaExhaustedException exhausted(String why, Instant resetsAt) {
    return new QuotaExhaustedException(uploadId, why + "; try again after " + resetsAt, resetsAt);
  }

  private void settle(String id, QuotaSettlement settlement) {
    asking(
        () -> {
          store.settle(project, id, settlement);
          return settlement;
        });
  }

  private String id(int attempt) {
    return uploadId + "#" + attempt;
  }

  private <T> T asking(Callable<T> question) {
    try {
      return detached.call(question);
    } catch (QuotaStoreException | IOException e) {
      throw new StoreException(
          uploadId, "the quota ledger could not be used: " + e.getMessage(), e);
    }
  }
}

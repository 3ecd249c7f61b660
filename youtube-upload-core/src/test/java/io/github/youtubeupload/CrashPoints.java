package io.github.youtubeupload;

import io.github.youtubeupload.quota.QuotaDecision;
import io.github.youtubeupload.quota.QuotaEntry;
import io.github.youtubeupload.quota.QuotaReservation;
import io.github.youtubeupload.quota.QuotaSettlement;
import io.github.youtubeupload.quota.QuotaStore;
import io.github.youtubeupload.quota.QuotaUsage;
import io.github.youtubeupload.store.UploadClaim;
import io.github.youtubeupload.store.UploadPage;
import io.github.youtubeupload.store.UploadQuery;
import io.github.youtubeupload.store.UploadRecord;
import io.github.youtubeupload.store.UploadStore;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Wraps the stores so that the steps of the write-ahead order can be told apart: {@code reached}
 * hears a label before and after each of them. It stays away for ever to be killed there.
 */
record CrashPoints(Consumer<String> reached) {

  /** Every step between the acceptance of an upload and its end, in order. */
  static final List<String> LABELS =
      List.of(
          "before claim",
          "after claim",
          "before save ACCEPTED",
          "after save ACCEPTED",
          "before reserve",
          "after reserve",
          "before save OPENING",
          "after save OPENING",
          "before settle SPENT",
          "after settle SPENT",
          "before save SENDING",
          "after save SENDING",
          "before save FINALIZING",
          "after save FINALIZING",
          "before save COMPLETED",
          "after save COMPLETED");

  /** Something else happens at one of the steps. */
  static CrashPoints at(String label, Runnable deed) {
    return new CrashPoints(
        step -> {
          if (step.equals(label)) {
            deed.run();
          }
        });
  }

  UploadStore around(UploadStore store) {
    return new UploadStore() {
      @Override
      public Optional<UploadClaim> claim(String uploadId) {
        reached.accept("before claim");
        Optional<UploadClaim> claim = store.claim(uploadId).map(CrashPoints.this::around);
        reached.accept("after claim");
        return claim;
      }

      @Override
      public Optional<UploadRecord> find(String uploadId) {
        return store.find(uploadId);
      }

      @Override
      public UploadPage page(UploadQuery query) {
        return store.page(query);
      }
    };
  }

  private UploadClaim around(UploadClaim claim) {
    return new UploadClaim() {
      @Override
      public Optional<UploadRecord> record() {
        return claim.record();
      }

      @Override
      public void save(UploadRecord record) {
        reached.accept("before save " + record.step());
        claim.save(record);
        reached.accept("after save " + record.step());
      }

      @Override
      public void delete() {
        claim.delete();
      }

      @Override
      public void close() {
        claim.close();
      }
    };
  }

  QuotaStore around(QuotaStore store) {
    return new QuotaStore() {
      @Override
      public QuotaDecision reserve(QuotaReservation reservation) {
        reached.accept("before reserve");
        QuotaDecision decision = store.reserve(reservation);
        reached.accept("after reserve");
        return decision;
      }

      @Override
      public void settle(String project, String id, QuotaSettlement settlement) {
        reached.accept("before settle " + settlement);
        store.settle(project, id, settlement);
        reached.accept("after settle " + settlement);
      }

      @Override
      public QuotaUsage usage(String project, String bucket) {
        reached.accept("before usage");
        return store.usage(project, bucket);
      }

      @Override
      public void refused(String project, String id) {
        reached.accept("before refused");
        store.refused(project, id);
      }

      @Override
      public List<QuotaEntry> entries(String project) {
        return store.entries(project);
      }
    };
  }
}

package io.github.youtubeupload;

import com.google.auth.Credentials;
import io.github.youtubeupload.internal.concurrent.InterruptibleCalls;
import io.github.youtubeupload.internal.concurrent.StopSignal;
import io.github.youtubeupload.internal.transport.Connections;
import io.github.youtubeupload.store.UploadClaim;
import io.github.youtubeupload.store.UploadQuery;
import io.github.youtubeupload.store.UploadRecord;
import io.github.youtubeupload.store.UploadStep;
import io.github.youtubeupload.store.UploadStore;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What can be done to uploads that are not running: cancel, reconcile, forget. */
final class StoppedUploads {
  private final ClientResources client;
  private final Settings settings;

  StoppedUploads(ClientResources client) {
    this.client = client;
    this.settings = client.settings();
  }

  /** Cancels a stopped upload; false if it had ended. */
  boolean cancel(UploadClaim claim, UploadRecord record) {
    if (record.step().isFinal()) {
      return false;
    }
    URI session = record.session();
    UploadJournal journal = new UploadJournal(claim, record, settings.clock());
    journal.ended(UploadOutcome.cancelStep(record), "cancelled while it was stopped");
    if (session != null && record.account().isEmpty()) {
      settings.ownCredentials().ifPresent(own -> client.discarder().discard(own, session));
    }
    return true;
  }

  /** Settles an unknown outcome: the video, or empty if there is certainly none. */
  Optional<String> reconcile(
      UploadClaim claim,
      UploadRecord record,
      Supplier<List<UploadRecord>> all,
      Credentials credentials) {
    UploadJournal journal = new UploadJournal(claim, record, settings.clock());
    Optional<String> videoId = search(record, all, credentials);
    if (videoId.isEmpty()) {
      journal.ended(UploadStep.FAILED, "reconciled: no video was made; submit it again");
    } else {
      long size = record.source() == null ? 0 : record.source().size().orElse(0);
      journal.completed(videoId.get(), size);
    }
    return videoId;
  }

  private Optional<String> search(
      UploadRecord record, Supplier<List<UploadRecord>> all, Credentials credentials) {
    String id = record.uploadId();
    InterruptibleCalls detached =
        new InterruptibleCalls(client.threads().helpers, new StopSignal());
    RequestAuthorization authorization =
        new RequestAuthorization(id, credentials, settings.api().root(), detached);
    UploadQuota quota = new UploadQuota(settings, record, detached);
    try (Connections connections = settings.api().connect()) {
      ChannelUploads channel =
          new ChannelUploads(id, connections.transport(), authorization, settings, quota);
      return new Reconciliation(channel, settings.clock()).find(record, all);
    } catch (IOException e) {
      throw new OutcomeUnknownException(
          id,
          "the channel's uploads cannot be read for now: " + e.getMessage() + "; reconcile later",
          e);
    }
  }

  /** Forgets what ended longer ago than this, and it is known how; says how many. */
  int forgetEnded(Duration retention) {
    UploadQuery ended =
        UploadQuery.ALL
            .at(EnumSet.of(UploadStep.COMPLETED, UploadStep.FAILED, UploadStep.CANCELLED))
            .before(settings.clock().earliestNow().minus(retention));
    UploadStore store = settings.storage().journal();
    return ResumePolicy.stored("(all)", () -> store.list(ended)).stream()
        .mapToInt(
            record ->
                ResumePolicy.stored(
                    record.uploadId(), () -> forget(store, record.uploadId(), ended)))
        .sum();
  }

  /** One that runs again meanwhile, here or elsewhere, is left alone. */
  private static int forget(UploadStore store, String uploadId, UploadQuery ended) {
    Optional<UploadClaim> claim = store.claim(uploadId);
    if (claim.isEmpty()) {
      return 0;
    }
    try (UploadClaim held = claim.get()) {
      boolean over = held.record().filter(ended::matches).isPresent();
      if (over) {
        held.delete();
      }
      return over ? 1 : 0;
    }
  }
}

package io.github.youtubeupload;

import com.google.auth.Credentials;
import io.github.youtubeupload.internal.concurrent.InterruptibleCalls;
import io.github.youtubeupload.internal.concurrent.StopSignal;
import io.github.youtubeupload.internal.transport.Connections;
import io.github.youtubeupload.store.UploadClaim;
import io.github.youtubeupload.store.UploadRecord;
import io.github.youtubeupload.store.UploadStep;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
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

  /** Whether an upload ended longer ago than this, and it is known how. */
  boolean isOver(UploadRecord record, Duration retention) {
    return record.step().isFinal()
        && !record.step().isUnsettled()
        && record.updatedAt().isBefore(settings.clock().earliestNow().minus(retention));
  }

  /** Forgets an upload that ended longer ago than this; false if it did not. */
  boolean forget(UploadClaim claim, Duration retention) {
    boolean old = claim.record().filter(record -> isOver(record, retention)).isPresent();
    if (old) {
      claim.delete();
    }
    return old;
  }
}

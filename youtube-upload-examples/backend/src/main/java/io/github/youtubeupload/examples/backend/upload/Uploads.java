package io.github.youtubeupload.examples.backend.upload;

import com.google.auth.Credentials;
import io.github.youtubeupload.ProgressListener;
import io.github.youtubeupload.RejectedException;
import io.github.youtubeupload.Resumption;
import io.github.youtubeupload.Upload;
import io.github.youtubeupload.UploadClient;
import io.github.youtubeupload.UploadException;
import io.github.youtubeupload.UploadRequest;
import io.github.youtubeupload.examples.backend.account.Accounts;
import io.github.youtubeupload.examples.backend.account.ConsentGiven;
import io.github.youtubeupload.examples.backend.account.Owner;
import io.github.youtubeupload.examples.backend.web.ApiException;
import io.github.youtubeupload.metadata.VideoMetadata;
import io.github.youtubeupload.source.VideoSource;
import io.github.youtubeupload.store.UploadRecord;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The uploads of this process: submits them, goes on with them, tells the observers, and removes
 * their files when they have ended. Thread-safe.
 */
@Component
public final class Uploads {
  private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

  private static final Duration HISTORY = Duration.ofDays(365);

  /** A stopped upload keeps its file this long; YouTube's session is gone long before. */
  private static final Duration PATIENCE = Duration.ofDays(30);

  private final UploadClient client;
  private final Accounts accounts;
  private final IncomingFiles files;
  private final UrlSources urls;
  private final UploadsByOwner owned;
  private final LastRuns lastRuns;
  private final List<UploadObserver> observers;
  private final Clock clock;
  private final Map<String, LiveUpload> live = new ConcurrentHashMap<>();

  /** Those that do not run and are being ended. */
  private final Set<String> settling = ConcurrentHashMap.newKeySet();

  Uploads(
      UploadClient client,
      Accounts accounts,
      IncomingFiles files,
      UrlSources urls,
      UploadsByOwner owned,
      LastRuns lastRuns,
      List<UploadObserver> observers,
      Clock clock) {
    this.client = client;
    this.accounts = accounts;
    this.files = files;
    this.urls = urls;
    this.owned = owned;
    this.lastRuns = lastRuns;
    this.observers = observers;
    this.clock = clock;
  }

  Upload submit(Owner owner, String uploadId, VideoSource source, VideoMetadata metadata) {
    try {
      Upload upload =
          client.submit(
              UploadRequest.builder()
                  .id(uploadId)
                  .source(source)
                  .metadata(metadata)
                  .account(owner.account())
                  .credentials(accounts.credentials(owner.account()))
                  .listener(listener())
                  .build());
      owned.add(owner.account(), uploadId);
      return track(upload);
    } catch (RejectedException e) {
      throw ApiException.badRequest(
              "invalid_metadata", "YouTube would refuse this: " + e.violations().get(0))
          .with("violations", e.violations());
    }
  }

  /** From here on the upload goes on only when its owner says so. */
  void keepPaused(String uploadId) throws IOException {
    files.markPaused(uploadId, true);
  }

  /** Goes on with an upload that stopped or was paused; joins it if it runs. */
  Upload resume(String uploadId) throws IOException {
    files.markPaused(uploadId, false);
    return goOn(uploadId);
  }

  private Upload goOn(String uploadId) {
    return track(client.resume(uploadId, resumption));
  }

  /** Settles an unknown outcome. */
  void reconcile(String uploadId) {
    settle(uploadId, () -> client.reconcile(uploadId, resumption));
  }

  /** Ends an upload that does not run. */
  void cancelStopped(String uploadId) {
    settle(uploadId, () -> client.cancel(uploadId));
  }

  /** The effects first, then the word: whoever sees the end may rely on all that belongs to it. */
  private void settle(String uploadId, Runnable decision) {
    settling.add(uploadId);
    try {
      decision.run();
      files.delete(uploadId);
      observers.forEach(observer -> observer.settled(uploadId));
    } finally {
      settling.remove(uploadId);
    }
    observers.forEach(observer -> observer.changed(uploadId));
  }

  /** Whether an upload that does not run is just being ended, and nobody is to know yet. */
  boolean isSettling(String uploadId) {
    return settling.contains(uploadId);
  }

  /** The upload, if it is queued or runs here, or has just ended and is being cleared away. */
  Optional<LiveUpload> live(String uploadId) {
    return Optional.ofNullable(live.get(uploadId));
  }

  /** At start: removes what nobody needs, and goes on with everything that stopped by itself. */
  void recover() {
    client.forgetEnded(HISTORY);
    Instant abandoned = clock.instant().minus(PATIENCE);
    client.list().stream()
        .filter(record -> !record.step().isFinal() && record.updatedAt().isBefore(abandoned))
        .forEach(record -> cancelStopped(record.uploadId()));
    List<UploadRecord> journal = client.list();
    journal.forEach(record -> owned.add(record.account(), record.uploadId()));
    lastRuns.recover(journal.stream().map(UploadRecord::uploadId).collect(Collectors.toSet()));
    files.sweep(
        journal.stream()
            .filter(Uploads::needsItsFile)
            .map(UploadRecord::uploadId)
            .collect(Collectors.toSet()));
    journal.stream()
        .filter(record -> !record.step().isFinal() && !files.isPaused(record.uploadId()))
        .forEach(record -> tryToGoOn(record.uploadId()));
  }

  /** What stopped by itself goes on by itself, once its cause may have passed. */
  @Scheduled(
      initialDelayString = "${RETRY_STOPPED_EVERY:PT5M}",
      fixedDelayString = "${RETRY_STOPPED_EVERY:PT5M}")
  void goOnWithWhatStopped() {
    client.list().stream()
        .filter(record -> !record.step().isFinal() && !files.isPaused(record.uploadId()))
        .filter(record -> live(record.uploadId()).isEmpty())
        .filter(record -> lastRuns.of(record.uploadId()).filter(LastRun::needsConsent).isEmpty())
        .forEach(record -> tryToGoOn(record.uploadId()));
  }

  /** New credentials: what stopped for want of them goes on. */
  @EventListener
  void onConsent(ConsentGiven event) {
    client.list().stream()
        .filter(record -> record.account().equals(event.account()))
        .filter(record -> !record.step().isFinal() && !files.isPaused(record.uploadId()))
        .filter(record -> live(record.uploadId()).isEmpty())
        .forEach(record -> tryToGoOn(record.uploadId()));
  }

  private void tryToGoOn(String uploadId) {
    try {
      goOn(uploadId);
      LOG.info("Going on with upload {}", uploadId);
    } catch (UploadException | IllegalArgumentException e) {
      LOG.warn("Upload {} is not resumed: {}", uploadId, e.getMessage());
    }
  }

  private Upload track(Upload upload) {
    LiveUpload tracked = new LiveUpload(upload);
    live.put(upload.id(), tracked);
    var ignored = upload.result().whenComplete((result, failure) -> ended(tracked, failure));
    return upload;
  }

  /** In the order in which an outsider may see it: file, metrics and log, status, events. */
  private void ended(LiveUpload tracked, @Nullable Throwable failure) {
    String uploadId = tracked.id();
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    Optional<UploadException> known =
        Optional.ofNullable(cause)
            .filter(UploadException.class::isInstance)
            .map(UploadException.class::cast);
    try {
      if (client.find(uploadId).filter(Uploads::needsItsFile).isEmpty()) {
        files.delete(uploadId);
      }
    } catch (RuntimeException e) {
      LOG.warn(
          "What upload {} leaves is for the next start to remove: {}", uploadId, e.getMessage());
    }
    for (UploadObserver observer : observers) {
      try {
        observer.ended(tracked.progress(), known);
      } catch (RuntimeException e) {
        LOG.warn("The end of upload {} was lost on {}", uploadId, observer.getClass(), e);
      }
    }
    live.remove(uploadId, tracked);
    tracked.cleared();
    observers.forEach(observer -> observer.changed(uploadId));
  }

  /** An upload that may yet run. What became of an unknown one is found out without its file. */
  private static boolean needsItsFile(UploadRecord record) {
    return !record.step().isFinal();
  }

  private ProgressListener listener() {
    return progress -> {
      live(progress.uploadId()).ifPresent(upload -> upload.progressed(progress));
      observers.forEach(observer -> observer.progressed(progress));
    };
  }

  private final Resumption resumption =
      new Resumption() {
        @Override
        public Optional<Credentials> credentials(UploadRecord record) {
          return Optional.of(accounts.credentials(record.account()));
        }

        @Override
        public Optional<VideoSource> source(UploadRecord record) {
          return urls.remembered(record.uploadId());
        }

        @Override
        public ProgressListener listener(UploadRecord record) {
          return Uploads.this.listener();
        }
      };
}

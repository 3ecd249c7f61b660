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
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
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
  private final List<UploadObserver> observers;
  private final Clock clock;
  private final Map<String, Upload> live = new ConcurrentHashMap<>();

  Uploads(
      UploadClient client,
      Accounts accounts,
      IncomingFiles files,
      UrlSources urls,
      UploadsByOwner owned,
      List<UploadObserver> observers,
      Clock clock) {
    this.client = client;
    this.accounts = accounts;
    this.files = files;
    this.urls = urls;
    this.owned = owned;
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
    var ignored = client.reconcile(uploadId, resumption);
    settled(uploadId);
  }

  /** Ends an upload that does not run. */
  void cancelStopped(String uploadId) {
    client.cancel(uploadId);
    settled(uploadId);
  }

  private void settled(String uploadId) {
    files.delete(uploadId);
    observers.forEach(observer -> observer.settled(uploadId));
  }

  /** The upload, if it is queued or runs here. */
  Optional<Upload> live(String uploadId) {
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
    files.sweep(
        journal.stream()
            .filter(Uploads::needsItsFile)
            .map(UploadRecord::uploadId)
            .collect(Collectors.toSet()));
    journal.stream()
        .filter(record -> !record.step().isFinal() && !files.isPaused(record.uploadId()))
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
    live.put(upload.id(), upload);
    var ignored = upload.result().whenComplete((result, failure) -> ended(upload, failure));
    return upload;
  }

  private void ended(Upload upload, @Nullable Throwable failure) {
    live.remove(upload.id(), upload);
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    Optional<UploadException> known =
        Optional.ofNullable(cause)
            .filter(UploadException.class::isInstance)
            .map(UploadException.class::cast);
    try {
      if (client.find(upload.id()).filter(Uploads::needsItsFile).isEmpty()) {
        files.delete(upload.id());
      }
    } finally {
      observers.forEach(observer -> observer.ended(upload.progress(), known));
    }
  }

  /** An upload that may yet run. What became of an unknown one is found out without its file. */
  private static boolean needsItsFile(UploadRecord record) {
    return !record.step().isFinal();
  }

  private ProgressListener listener() {
    return progress -> observers.forEach(observer -> observer.progressed(progress));
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

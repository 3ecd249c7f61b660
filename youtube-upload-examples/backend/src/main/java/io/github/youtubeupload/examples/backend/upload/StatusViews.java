package io.github.youtubeupload.examples.backend.upload;

import io.github.youtubeupload.StoreException;
import io.github.youtubeupload.UploadClient;
import io.github.youtubeupload.UploadProgress;
import io.github.youtubeupload.UploadState;
import io.github.youtubeupload.examples.backend.account.Owner;
import io.github.youtubeupload.examples.backend.web.ApiException;
import io.github.youtubeupload.examples.backend.youtube.YouTubeServer;
import io.github.youtubeupload.source.SourceDescription;
import io.github.youtubeupload.store.UploadRecord;
import io.github.youtubeupload.store.UploadStep;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Puts together what the journal holds and what the running upload knows. */
@Component
final class StatusViews {
  private static final Logger LOG = LoggerFactory.getLogger(StatusViews.class);
  private static final int HISTORY = 100;

  private final UploadClient client;
  private final Uploads uploads;
  private final UploadsByOwner owned;
  private final YouTubeServer youtube;
  private final LastRuns lastRuns;
  private final FailureCodes codes;
  private final JsonMapper json = new JsonMapper();

  StatusViews(
      UploadClient client,
      Uploads uploads,
      UploadsByOwner owned,
      YouTubeServer youtube,
      LastRuns lastRuns,
      FailureCodes codes) {
    this.client = client;
    this.uploads = uploads;
    this.owned = owned;
    this.youtube = youtube;
    this.lastRuns = lastRuns;
    this.codes = codes;
  }

  /** The owner's upload; 404 for anybody else's, as if there were none. */
  UploadRecord require(Owner owner, String uploadId) {
    return find(uploadId)
        .filter(record -> record.account().equals(owner.account()))
        .orElseThrow(
            () ->
                ApiException.of(
                    HttpStatus.NOT_FOUND, "unknown_upload", "You have no upload with this id"));
  }

  private Optional<UploadRecord> find(String uploadId) {
    try {
      return client.find(uploadId);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** One damaged record does not hide the others. */
  private Optional<UploadRecord> readable(String uploadId) {
    try {
      return client.find(uploadId);
    } catch (StoreException e) {
      LOG.warn("Left out of the history: {}", e.getMessage());
      return Optional.empty();
    }
  }

  StatusView view(Owner owner, String uploadId) {
    return view(require(owner, uploadId));
  }

  /** Newest first. */
  List<StatusView> history(Owner owner) {
    return owned.newest(owner.account(), HISTORY).stream()
        .flatMap(id -> readable(id).stream())
        .sorted(Comparator.comparing(UploadRecord::createdAt).reversed())
        .map(this::view)
        .toList();
  }

  private StatusView view(UploadRecord record) {
    // A terminal state here is the wait for quota, of which the journal knows more.
    Optional<UploadProgress> progress =
        uploads.live(record.uploadId()).map(LiveUpload::shown).filter(p -> !p.state().isTerminal());
    Optional<LastRun> last = lastRuns.of(record.uploadId()).filter(run -> progress.isEmpty());
    Optional<String> video = Optional.ofNullable(record.videoId());
    OptionalLong total = total(record, progress, last);
    long confirmed =
        Math.max(
            record.confirmed(),
            progress
                .map(UploadProgress::bytesConfirmed)
                .orElse(last.map(LastRun::bytesConfirmed).orElse(0L)));
    long sent =
        progress
            .map(UploadProgress::bytesSent)
            .orElse(Math.max(confirmed, last.map(LastRun::bytesSent).orElse(0L)));
    return new StatusView(
        record.uploadId(),
        progress.map(p -> word(p.state())).orElseGet(() -> word(record)),
        percent(record, progress, sent, total),
        video.orElse(null),
        video.map(youtube::watchUrl).orElse(null),
        video.map(youtube::studioUrl).orElse(null),
        progress.isPresent() ? null : why(record, last).map(FailureTexts::shown).orElse(null),
        progress.isPresent() ? null : codes.of(record.uploadId()).orElse(null),
        last.filter(LastRun::needsConsent).isPresent(),
        title(record),
        FailureTexts.shown(record.sourceName()),
        progress
            .map(UploadProgress::bytesDownloaded)
            .orElse(last.map(LastRun::bytesDownloaded).orElse(0L)),
        sent,
        confirmed,
        total.isPresent() ? total.getAsLong() : null,
        progress.map(p -> Math.round(p.bytesPerSecond())).orElse(0L),
        progress.flatMap(UploadProgress::timeLeft).map(Duration::toSeconds).orElse(null),
        progress.map(UploadProgress::attempt).orElse(1),
        record.createdAt(),
        record.updatedAt());
  }

  /** What the journal could not take, this process may still know. */
  private static Optional<String> why(UploadRecord record, Optional<LastRun> last) {
    return record.step() == UploadStep.COMPLETED
        ? Optional.empty()
        : Optional.ofNullable(record.failure())
            .or(() -> last.flatMap(run -> Optional.ofNullable(run.failure())));
  }

  private static OptionalLong total(
      UploadRecord record, Optional<UploadProgress> progress, Optional<LastRun> last) {
    OptionalLong told = progress.map(UploadProgress::total).orElse(OptionalLong.empty());
    SourceDescription source = record.source();
    if (told.isEmpty() && source != null) {
      return source.size();
    }
    Long before = last.map(LastRun::bytesTotal).orElse(null);
    return told.isEmpty() && before != null ? OptionalLong.of(before) : told;
  }

  private static double percent(
      UploadRecord record, Optional<UploadProgress> progress, long sent, OptionalLong total) {
    if (record.step() == UploadStep.COMPLETED && progress.isEmpty()) {
      return 100;
    }
    double exact =
        progress.isPresent()
            ? progress.get().percent().orElse(0)
            : total.isPresent() && total.getAsLong() > 0 ? 100.0 * sent / total.getAsLong() : 0;
    return Math.min(99.9, Math.floor(exact * 10) / 10);
  }

  private String title(UploadRecord record) {
    return json.readTree(record.metadata()).path("snippet").path("title").asString("");
  }

  private static String word(UploadState state) {
    return state == UploadState.STARTING ? "started" : state.name().toLowerCase(Locale.ROOT);
  }

  /** Of an upload that does not run here now. */
  private String word(UploadRecord record) {
    return record.step().isFinal() && !uploads.isSettling(record.uploadId())
        ? word(record.step())
        : "suspended";
  }

  /** Of an upload that is over. */
  static String word(UploadStep end) {
    return end == UploadStep.CANCELLED_LATE ? "cancelled" : end.name().toLowerCase(Locale.ROOT);
  }
}

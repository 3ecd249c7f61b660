package io.github.youtubeupload.examples.backend.upload;

import io.github.youtubeupload.StoreException;
import io.github.youtubeupload.Upload;
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
  private final MissingConsents grievances;
  private final FailureCodes codes;
  private final JsonMapper json = new JsonMapper();

  StatusViews(
      UploadClient client,
      Uploads uploads,
      UploadsByOwner owned,
      YouTubeServer youtube,
      MissingConsents grievances,
      FailureCodes codes) {
    this.client = client;
    this.uploads = uploads;
    this.owned = owned;
    this.youtube = youtube;
    this.grievances = grievances;
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
    // The record may be older than the end that the live upload has just come to.
    Optional<UploadProgress> progress =
        uploads.live(record.uploadId()).map(Upload::progress).filter(p -> !p.state().isTerminal());
    Optional<String> video = Optional.ofNullable(record.videoId());
    OptionalLong total = total(record, progress);
    return new StatusView(
        record.uploadId(),
        progress.map(p -> word(p.state())).orElseGet(() -> word(record.step())),
        percent(record, progress, total),
        video.orElse(null),
        video.map(youtube::watchUrl).orElse(null),
        video.map(youtube::studioUrl).orElse(null),
        progress.isPresent()
            ? null
            : Optional.ofNullable(record.failure()).map(FailureTexts::shown).orElse(null),
        progress.isPresent() ? null : codes.of(record.uploadId()).orElse(null),
        progress.isEmpty() && grievances.needsConsent(record.uploadId()),
        title(record),
        FailureTexts.shown(record.sourceName()),
        progress.map(UploadProgress::bytesDownloaded).orElse(0L),
        progress.map(UploadProgress::bytesSent).orElse(record.confirmed()),
        Math.max(record.confirmed(), progress.map(UploadProgress::bytesConfirmed).orElse(0L)),
        total.isPresent() ? total.getAsLong() : null,
        progress.map(p -> Math.round(p.bytesPerSecond())).orElse(0L),
        progress.flatMap(UploadProgress::timeLeft).map(Duration::toSeconds).orElse(null),
        progress.map(UploadProgress::attempt).orElse(1),
        record.createdAt(),
        record.updatedAt());
  }

  private static OptionalLong total(UploadRecord record, Optional<UploadProgress> progress) {
    OptionalLong told = progress.map(UploadProgress::total).orElse(OptionalLong.empty());
    SourceDescription source = record.source();
    return told.isEmpty() && source != null ? source.size() : told;
  }

  private static double percent(
      UploadRecord record, Optional<UploadProgress> progress, OptionalLong total) {
    if (record.step() == UploadStep.COMPLETED) {
      return 100;
    }
    double exact =
        progress.isPresent()
            ? progress.get().percent().orElse(0)
            : total.isPresent() ? 100.0 * record.confirmed() / total.getAsLong() : 0;
    return Math.min(99.9, Math.floor(exact * 10) / 10);
  }

  private String title(UploadRecord record) {
    return json.readTree(record.metadata()).path("snippet").path("title").asString("");
  }

  private static String word(UploadState state) {
    return state == UploadState.STARTING ? "started" : state.name().toLowerCase(Locale.ROOT);
  }

  /** Of an upload that does not run here now. */
  private static String word(UploadStep step) {
    return step.isFinal() ? step.name().toLowerCase(Locale.ROOT) : "suspended";
  }
}

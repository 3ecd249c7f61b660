package io.github.youtubeupload.examples.backend.resumable;

import io.github.youtubeupload.examples.backend.settings.BackendSettings;
import io.github.youtubeupload.examples.backend.state.StateDirectory;
import io.github.youtubeupload.examples.backend.upload.FileIntake;
import io.github.youtubeupload.examples.backend.web.ApiException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import me.desair.tus.server.upload.UploadId;
import me.desair.tus.server.upload.UploadInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The files that are arriving, from their announcement to the upload. Thread-safe. */
@Component
@EnableScheduling
class Parts {
  static final String ADDRESS = "/api/youtube/resumable";

  private static final Logger LOG = LoggerFactory.getLogger(Parts.class);

  /** Nobody comes back to an abandoned post later than this. */
  private static final Duration PATIENCE = Duration.ofDays(2);

  private final FileIntake intake;
  private final PartIndex index = new PartIndex();
  private final PartLocks locks = new PartLocks();
  private final PartStorage storage;
  private final TusProtocol protocol = new TusProtocol();
  private final int perUser;

  Parts(StateDirectory state, FileIntake intake, Clock clock, BackendSettings settings)
      throws IOException {
    this.intake = intake;
    this.perUser = settings.limits().uploadsPerUser();
    this.storage = new PartStorage(state.directory("parts"), intake, index, clock);
    protocol
        .withUploadUri(ADDRESS)
        .withMaxUploadSize(settings.limits().fileBytes())
        .withUploadStorageService(storage)
        .withUploadLockingService(locks)
        .withUploadExpirationPeriod(PATIENCE.toMillis());
  }

  /** Refuses what would be refused when all has come. */
  void admit(String account, HttpServletRequest request) throws IOException {
    if (index.of(account).size() >= perUser) {
      throw ApiException.later(
          org.springframework.http.HttpStatus.TOO_MANY_REQUESTS,
          "too_many_uploads",
          "You have " + perUser + " unfinished files here; send the rest of one, or delete one",
          Duration.ofMinutes(1));
    }
    Announcement announced = Announcement.of(request.getHeader("Upload-Metadata"));
    intake.admit(account, length(request), announced.form());
  }

  private static long length(HttpServletRequest request) {
    try {
      return Long.parseLong(String.valueOf(request.getHeader("Upload-Length")));
    } catch (NumberFormatException e) {
      throw ApiException.badRequest(
          "bad_request", "Upload-Length must be the file's length in bytes");
    }
  }

  void process(HttpServletRequest request, HttpServletResponse response, String account)
      throws IOException {
    try {
      protocol.process(request, response, account);
    } catch (ApiException e) {
      response.setContentLengthLong(-1); // it has promised an empty body
      throw e;
    }
  }

  /** Makes an upload of a part that is whole, if that has not been done. */
  void finish(String account, String id) throws IOException {
    UploadId part = new UploadId(id);
    UploadInfo info = storage.getUploadInfo(part);
    if (info != null && info.getOwnerKey().equals(account) && !info.isUploadInProgress()) {
      handOver(info);
    }
  }

  /** A crash after any of the steps leaves what the next try needs. */
  private synchronized void handOver(UploadInfo info) throws IOException {
    String id = info.getId().toString();
    if (Files.exists(storage.data(info.getId())) && !intake.accepted(id)) {
      Announcement said = Announcement.of(info.getEncodedMetadata());
      intake.submit(
          info.getOwnerKey(), id, storage.data(info.getId()), said.fileName(), said.form());
    }
    Files.deleteIfExists(storage.data(info.getId()));
    index.remove(info.getOwnerKey(), id);
  }

  /** The owner's files that are not whole. */
  List<PartView> of(String account) throws IOException {
    List<PartView> views = new ArrayList<>();
    for (String id : index.of(account)) {
      UploadInfo info = storage.getUploadInfo(new UploadId(id));
      if (info != null) {
        views.add(view(info));
      }
    }
    return views;
  }

  private PartView view(UploadInfo info) {
    Announcement said = Announcement.of(info.getEncodedMetadata());
    return new PartView(
        info.getId().toString(),
        ADDRESS + "/" + info.getId(),
        intake.title(said.form()),
        said.fileName(),
        said.lastModified(),
        info.getOffset(),
        info.getLength(),
        locks.isLocked(info.getId()),
        Instant.ofEpochMilli(info.getExpirationTimestamp()));
  }

  /** What an earlier process had received. */
  @EventListener(ApplicationReadyEvent.class)
  void recover() throws IOException {
    expire();
    for (UploadId id : storage.all()) {
      try {
        UploadInfo info = storage.getUploadInfo(id);
        if (info != null && info.isUploadInProgress()) {
          index.add(info.getOwnerKey(), id.toString());
        } else if (info != null) {
          handOver(info);
        }
      } catch (IOException | RuntimeException e) {
        LOG.warn("Part {} is left as it is: {}", id, e.getMessage());
      }
    }
  }

  /** What nobody sent the rest of. */
  @Scheduled(initialDelayString = "PT1H", fixedDelayString = "PT1H")
  void expire() throws IOException {
    for (UploadId id : storage.all()) {
      UploadInfo info = storage.getUploadInfo(id);
      if (info != null && info.isExpired() && !locks.isLocked(id)) {
        storage.terminateUpload(info);
      }
    }
  }
}

package io.github.youtubeupload.examples.backend.upload;

import io.github.youtubeupload.UploadClient;
import io.github.youtubeupload.examples.backend.account.Owner;
import io.github.youtubeupload.examples.backend.settings.BackendSettings;
import io.github.youtubeupload.examples.backend.web.ApiException;
import io.github.youtubeupload.metadata.VideoMetadata;
import io.github.youtubeupload.metadata.Violation;
import io.github.youtubeupload.source.VideoSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * The intake for files that do not come in one form: each check by itself, as early as its answer
 * can be known. Thread-safe.
 */
@Component
public final class FileIntake {
  private final UploadInputReader inputs;
  private final AdmissionControl admission;
  private final VideoFileCheck check;
  private final IncomingFiles files;
  private final Uploads uploads;
  private final UploadClient client;
  private final Clock clock;
  private final long maxBytes;

  FileIntake(
      UploadInputReader inputs,
      AdmissionControl admission,
      VideoFileCheck check,
      IncomingFiles files,
      Uploads uploads,
      UploadClient client,
      Clock clock,
      BackendSettings settings) {
    this.inputs = inputs;
    this.admission = admission;
    this.check = check;
    this.files = files;
    this.uploads = uploads;
    this.client = client;
    this.clock = clock;
    this.maxBytes = settings.limits().fileBytes();
  }

  /** Refuses, before a byte has come, what would be refused when all have. */
  public void admit(String account, long size, Map<String, String> form) throws IOException {
    admission.check(owner(account));
    requireValid(inputs.fromForm(form).metadata());
    if (size == 0) {
      throw ApiException.badRequest("empty_file", "The file is empty: it has 0 bytes");
    }
    if (size > maxBytes) {
      throw ApiException.of(
          HttpStatus.CONTENT_TOO_LARGE,
          "too_large",
          "The file has " + size + " bytes; this service takes " + maxBytes);
    }
    requireRoom(size);
  }

  /** Refuses more bytes than the disk can hold. */
  public void requireRoom(long bytes) throws IOException {
    if (bytes > files.room() - AdmissionControl.RESERVE) {
      throw AdmissionControl.diskFull();
    }
  }

  /** Refuses what is plainly no video. The beginning of a file is enough. */
  public void requireVideo(Path file) throws IOException {
    check.requireVideo(file);
  }

  /** The title among the fields of a form that was admitted. */
  public String title(Map<String, String> form) {
    return inputs.fromForm(form).metadata().title();
  }

  /** Whether an upload of this id has been accepted, whatever became of it. */
  public boolean accepted(String uploadId) {
    return client.find(uploadId).isPresent();
  }

  /**
   * Makes an upload of a file that has arrived whole. The file stays where it is until the upload
   * is accepted, so that a crash in between costs nothing.
   */
  public void submit(String account, String id, Path whole, String name, Map<String, String> form)
      throws IOException {
    VideoMetadata metadata = inputs.fromForm(form).metadata();
    Path file = files.place(id, name);
    Files.deleteIfExists(file); // an earlier try's
    try {
      Files.createLink(file, whole);
    } catch (UnsupportedOperationException | IOException e) {
      Files.copy(whole, file); // a disk without links
    }
    try {
      uploads.submit(owner(account), id, VideoSource.file(file), metadata);
    } catch (RuntimeException e) {
      files.delete(id);
      throw e;
    }
  }

  private void requireValid(VideoMetadata metadata) {
    List<Violation> violations = metadata.violations(clock.instant());
    if (!violations.isEmpty()) {
      throw ApiException.badRequest(
              "invalid_metadata", "YouTube would refuse this: " + violations.get(0))
          .with("violations", violations);
    }
  }

  private static Owner owner(String account) {
    return new Owner(account, "");
  }
}

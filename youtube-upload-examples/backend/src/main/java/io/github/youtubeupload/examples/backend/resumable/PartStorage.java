package io.github.youtubeupload.examples.backend.resumable;

import io.github.youtubeupload.examples.backend.state.StateDirectory;
import io.github.youtubeupload.examples.backend.upload.FileIntake;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import me.desair.tus.server.exception.TusException;
import me.desair.tus.server.exception.UploadNotFoundException;
import me.desair.tus.server.upload.UploadId;
import me.desair.tus.server.upload.UploadInfo;
import me.desair.tus.server.upload.disk.DiskStorageService;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The library's storage, but for what a killed process or a hostile sender would break: its notes
 * are replaced in one step, an offset is the length of the file, a body ends where the video does,
 * and the head is looked at as soon as it is there.
 */
final class PartStorage extends DiskStorageService {
  /** Enough to tell a page or a picture from a video. */
  private static final int HEAD = 4096;

  private final FileIntake intake;
  private final PartIndex index;
  private final Clock clock;
  private final JsonMapper json = new JsonMapper();

  PartStorage(Path directory, FileIntake intake, PartIndex index, Clock clock) {
    super(directory.toString());
    this.intake = intake;
    this.index = index;
    this.clock = clock;
  }

  @Override
  public UploadInfo create(UploadInfo info, String ownerKey) throws IOException {
    info.updateExpiration(getUploadExpirationPeriod());
    UploadInfo created = super.create(info, ownerKey);
    index.add(ownerKey, created.getId().toString());
    return created;
  }

  @Override
  public void update(UploadInfo info) throws IOException {
    StateDirectory.write(note(info.getId()), json.writeValueAsBytes(Part.of(info)));
  }

  @Override
  public @Nullable UploadInfo getUploadInfo(@Nullable UploadId id) throws IOException {
    if (id == null) {
      return null;
    }
    try {
      Part part = json.readValue(Files.readAllBytes(note(id)), Part.class);
      return part.info(id, received(id, part), clock.instant());
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  /** All of it, when its file has become an upload's. */
  private long received(UploadId id, Part part) throws IOException {
    try {
      return Files.size(data(id));
    } catch (NoSuchFileException e) {
      return part.length();
    }
  }

  @Override
  public UploadInfo append(UploadInfo part, InputStream body) throws IOException, TusException {
    try (InputStream bounded = new PartBody(body, part.getLength() - part.getOffset(), intake)) {
      if (part.getOffset() < HEAD) {
        byte[] head = bounded.readNBytes((int) (HEAD - part.getOffset()));
        super.append(part, new java.io.ByteArrayInputStream(head));
        requireVideo(part);
      }
      return super.append(part, bounded);
    }
  }

  private void requireVideo(UploadInfo part) throws IOException {
    if (part.getOffset() < Math.min(HEAD, part.getLength())) {
      return;
    }
    try {
      intake.requireVideo(data(part.getId()));
    } catch (RuntimeException e) {
      terminateUpload(part);
      throw e;
    }
  }

  @Override
  public void terminateUpload(UploadInfo part) throws IOException {
    try {
      super.terminateUpload(part);
    } catch (UploadNotFoundException e) {
      // as wanted
    }
    index.remove(part.getOwnerKey(), part.getId().toString());
  }

  /** Every part that is noted down. */
  List<UploadId> all() throws IOException {
    try (Stream<Path> found = Files.list(Files.createDirectories(getStoragePath()))) {
      return found.map(path -> new UploadId(String.valueOf(path.getFileName()))).toList();
    }
  }

  Path data(UploadId id) {
    return getPathInStorageDirectory(id).resolve("data");
  }

  private Path note(UploadId id) {
    return getPathInStorageDirectory(id).resolve("info");
  }
}

package io.github.youtubeupload.store;

import io.github.youtubeupload.internal.files.FileLocks;
import io.github.youtubeupload.internal.files.PrivateDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The journal in the directory {@code uploads} of the state directory. */
final class DirectoryUploadStore implements UploadStore {
  private static final Logger LOG = LoggerFactory.getLogger(DirectoryUploadStore.class);

  private final Path path;
  private final RecordFiles files;

  private DirectoryUploadStore(Path path, RecordFiles files) {
    this.path = path;
    this.files = files;
  }

  static DirectoryUploadStore open(Path stateDirectory, @Nullable SessionSeal seal) {
    Path path = stateDirectory.resolve("uploads");
    RecordFiles files;
    try {
      files = new RecordFiles(PrivateDirectory.open(path), new RecordFormat(seal));
    } catch (IOException e) {
      throw new UploadStoreException(
          "Could not open the journal: " + path + " must be a directory of this process's user", e);
    }
    try {
      files.sweep("");
    } catch (IOException e) {
      LOG.warn("Could not remove the unfinished files in {}", path, e);
    }
    return new DirectoryUploadStore(path, files);
  }

  @Override
  public Optional<UploadClaim> claim(String uploadId) {
    RecordName name = RecordName.of(uploadId);
    try {
      Optional<FileLocks.Hold> lock = files.locks().tryLock(name.lockPosition());
      if (lock.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(takeOver(uploadId, name, lock.get()));
    } catch (IOException e) {
      throw StoreFailures.failed("claim", uploadId, files.pathOf(name), e);
    }
  }

  private UploadClaim takeOver(String uploadId, RecordName name, FileLocks.Hold lock)
      throws IOException {
    try {
      DirectoryClaim claim = new DirectoryClaim(files, uploadId, name, lock);
      files.sweep(name.stem());
      Optional<RecordLookup.Found> found = look(uploadId, name);
      if (found.isPresent()) {
        claim.takeOver(found.get());
      }
      return claim;
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  @Override
  public Optional<UploadRecord> find(String uploadId) {
    RecordName name = RecordName.of(uploadId);
    try {
      return look(uploadId, name).map(RecordLookup.Found::record);
    } catch (IOException e) {
      throw StoreFailures.failed("read", uploadId, files.pathOf(name), e);
    }
  }

  /**
   * Empty only if the upload surely has no record: to start it afresh could cost a second video.
   */
  private Optional<RecordLookup.Found> look(String uploadId, RecordName name) throws IOException {
    RecordLookup stored = files.read(name);
    if (stored instanceof RecordLookup.Found whole) {
      return Optional.of(whole);
    }
    if (stored instanceof RecordLookup.Damaged damaged) {
      throw StoreFailures.damaged(uploadId, files.pathOf(name), damaged.why());
    }
    if (stored instanceof RecordLookup.Unreadable outOfReach) {
      throw StoreFailures.outOfReach(uploadId, files.pathOf(name), outOfReach.why());
    }
    if (Files.exists(files.pathOfAside(name))) {
      throw StoreFailures.damaged(uploadId, files.pathOfAside(name), "it was set aside");
    }
    return Optional.empty();
  }

  @Override
  public List<UploadRecord> list() {
    try {
      return files.readAll().stream().sorted(UploadRecord.OLDEST_FIRST).toList();
    } catch (IOException e) {
      throw StoreFailures.unlisted(path, e);
    }
  }

  @Override
  public String toString() {
    return "journal in " + path;
  }
}

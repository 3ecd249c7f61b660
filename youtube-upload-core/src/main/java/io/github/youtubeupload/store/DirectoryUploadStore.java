package io.github.youtubeupload.store;

import io.github.youtubeupload.internal.files.FileLocks;
import io.github.youtubeupload.internal.files.PrivateDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
      PrivateDirectory directory = PrivateDirectory.open(path);
      requireThisLayout(directory);
      directory.makeChild(RecordName.ACTIVE);
      directory.makeChild(RecordName.ENDED);
      directory.sync();
      files = new RecordFiles(directory, new RecordFormat(seal));
    } catch (IOException e) {
      throw StoreFailures.unopened(path, e);
    }
    try {
      files.sweep();
    } catch (IOException e) {
      LOG.warn("Could not remove the unfinished files in {}", path, e);
    }
    return new DirectoryUploadStore(path, files);
  }

  /** Before the first release records lay in the directory itself. */
  private static void requireThisLayout(PrivateDirectory directory) throws IOException {
    for (String name : directory.names("")) {
      if (name.endsWith(RecordName.ENDING)) {
        throw StoreFailures.ofAnotherLayout(directory.path(), name);
      }
    }
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
      throw unread("claim", uploadId, name, e);
    }
  }

  private UploadClaim takeOver(String uploadId, RecordName name, FileLocks.Hold lock)
      throws IOException {
    try {
      return new DirectoryClaim(files, uploadId, name, lock, look(uploadId, name));
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private UploadStoreException unread(
      String deed, String uploadId, RecordName name, IOException cause) {
    return StoreFailures.failed(deed, uploadId, files.pathOf(name), false, cause);
  }

  @Override
  public Optional<UploadRecord> find(String uploadId) {
    RecordName name = RecordName.of(uploadId);
    try {
      return look(uploadId, name).map(RecordLookup.Found::record);
    } catch (IOException e) {
      throw unread("read", uploadId, name, e);
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
  public UploadPage page(UploadQuery query) {
    try {
      return new RecordPager(files, query).page();
    } catch (IOException e) {
      throw StoreFailures.unlisted(path, e);
    }
  }

  @Override
  public String toString() {
    return "journal in " + path;
  }
}

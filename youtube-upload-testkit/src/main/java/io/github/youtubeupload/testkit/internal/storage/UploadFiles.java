package io.github.youtubeupload.testkit.internal.storage;

import io.github.youtubeupload.testkit.Storage;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/** Hands out a place for the bytes of each upload. Thread-safe. */
public final class UploadFiles {
  private final Storage storage;
  private final Path directory;
  private final AtomicLong count = new AtomicLong();

  /** Places in this directory, as far as files are kept at all. */
  public UploadFiles(Storage storage, Path directory) {
    this.storage = storage;
    this.directory = directory;
  }

  /**
   * A new and empty place.
   *
   * @param video whether it is for a video; what is small is kept in any case
   */
  public StoredBytes next(boolean video) {
    Storage mode = video ? storage : Storage.DISK;
    return new StoredBytes(mode, directory.resolve("upload-" + count.incrementAndGet()));
  }
}

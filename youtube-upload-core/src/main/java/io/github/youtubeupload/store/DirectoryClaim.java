package io.github.youtubeupload.store;

import io.github.youtubeupload.internal.files.FileLocks;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Synchronized, so that a close from another thread waits for the save that is under way. */
final class DirectoryClaim implements UploadClaim {
  private final RecordFiles files;
  private final String uploadId;
  private final RecordName name;
  private final FileLocks.Hold lock;
  private final String owner = UUID.randomUUID().toString();
  private @Nullable UploadRecord record;
  private @Nullable String ownerInPlace;
  private boolean held = true;

  DirectoryClaim(RecordFiles files, String uploadId, RecordName name, FileLocks.Hold lock) {
    this.files = files;
    this.uploadId = uploadId;
    this.name = name;
    this.lock = lock;
  }

  /** Writes this owner's name into the record, which shuts out the one before. */
  synchronized void takeOver(RecordLookup.Found found) throws IOException {
    ownerInPlace = found.owner();
    write(found.record());
  }

  @Override
  public synchronized Optional<UploadRecord> record() {
    return Optional.ofNullable(record);
  }

  @Override
  public synchronized void save(UploadRecord next) {
    UploadId.requireSame(uploadId, next);
    requireHeld();
    try {
      write(next);
    } catch (IOException e) {
      throw failure("save", e);
    }
  }

  private void write(UploadRecord next) throws IOException {
    files.write(name, next, owner, ownerInPlace);
    ownerInPlace = owner; // before the sync, which may fail: the record is in place by now
    record = next;
    files.sync();
  }

  @Override
  public synchronized void delete() {
    requireHeld();
    try {
      files.delete(name, owner, ownerInPlace);
      ownerInPlace = null;
      record = null;
      files.sync();
    } catch (IOException e) {
      throw failure("delete", e);
    }
  }

  private void requireHeld() {
    if (!held || !lock.isHeld()) {
      throw new UploadStoreException("Upload " + uploadId + " is no longer owned here", null);
    }
  }

  private UploadStoreException failure(String deed, IOException cause) {
    return StoreFailures.failed(deed, uploadId, files.pathOf(name), cause);
  }

  @Override
  public synchronized void close() {
    if (!held) {
      return;
    }
    held = false;
    try {
      lock.close();
    } catch (IOException e) {
      throw failure("give back", e);
    }
  }
}

package io.github.youtubeupload.store;

import io.github.youtubeupload.internal.files.FileLocks;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Synchronized, so that a close from another thread waits for the save that is under way. */
final class DirectoryClaim implements UploadClaim {
  private final RecordFiles files;
  private final String uploadId;
  private final RecordName name;
  private final FileLocks.Hold lock;
  private Stamp stamp = Stamp.ofNewClaim();
  private @Nullable UploadRecord record;
  private @Nullable Stamp stampInPlace;
  private boolean held = true;

  DirectoryClaim(
      RecordFiles files,
      String uploadId,
      RecordName name,
      FileLocks.Hold lock,
      Optional<RecordLookup.Found> found) {
    this.files = files;
    this.uploadId = uploadId;
    this.name = name;
    this.lock = lock;
    this.record = found.map(RecordLookup.Found::record).orElse(null);
    this.stampInPlace = found.map(RecordLookup.Found::stamp).orElse(null);
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
      stamp = stamp.next();
      files.write(name, next, stamp, stampInPlace);
      stampInPlace = stamp; // before the sync, which may fail: the record is in place by now
      record = next;
      files.sync();
    } catch (IOException e) {
      throw failure("save", e);
    }
    if (next.step().isFinal()) {
      files.putAway(name);
    }
  }

  @Override
  public synchronized void delete() {
    requireHeld();
    try {
      files.delete(name, stamp, stampInPlace);
      stampInPlace = null;
      record = null;
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
    return StoreFailures.failed(deed, uploadId, files.pathOf(name), record != null, cause);
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

package io.github.youtubeupload.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The right to drive one upload: a lock on one byte of the lock file that all uploads of a
 * directory share. The kernel frees it when the process ends, {@code kill -9} included, and there
 * is no file for each upload to clean up. Bytes beyond the end of a file can be locked, so the file
 * stays empty.
 */
final class Ownership implements AutoCloseable {

  /**
   * The lock files with an owner in this JVM. Static, because POSIX gives record locks to the
   * process: closing any descriptor of a file drops every lock the process holds on it. So there
   * must be one descriptor of each lock file, however many stores a host opens on it, and it is
   * closed only when no owner is left. Guarded by itself.
   */
  private static final Map<Object, LockFile> OPEN = new HashMap<>();

  private record LockFile(Object key, FileChannel channel, Map<Long, FileLock> held) {
    void closeIfIdle() throws IOException {
      if (held.isEmpty()) {
        OPEN.remove(key);
        channel.close();
      }
    }
  }

  private final LockFile file;
  private final long position;

  private Ownership(LockFile file, long position) {
    this.file = file;
    this.position = position;
  }

  /** Empty if another thread or process has it. Does not wait. */
  static Optional<Ownership> take(Path lockFile, long position) throws IOException {
    synchronized (OPEN) {
      LockFile file = openOnce(lockFile);
      try {
        if (file.held().containsKey(position)) {
          return Optional.empty();
        }
        FileLock lock = file.channel().tryLock(position, 1, false);
        if (lock == null) {
          return Optional.empty();
        }
        file.held().put(position, lock);
        return Optional.of(new Ownership(file, position));
      } catch (OverlappingFileLockException e) {
        return Optional.empty(); // this library is loaded twice in this JVM
      } finally {
        file.closeIfIdle();
      }
    }
  }

  private static LockFile openOnce(Path lockFile) throws IOException {
    // The file's identity, not its path: a path can lead to another file after a clean-up by hand.
    Object identity = Files.readAttributes(lockFile, BasicFileAttributes.class).fileKey();
    Object key = Objects.requireNonNullElse(identity, lockFile);
    LockFile file = OPEN.get(key);
    if (file == null) {
      file =
          new LockFile(key, FileChannel.open(lockFile, StandardOpenOption.WRITE), new HashMap<>());
      OPEN.put(key, file);
    }
    return file;
  }

  boolean isHeld() {
    synchronized (OPEN) {
      FileLock lock = file.held().get(position);
      return lock != null && lock.isValid();
    }
  }

  /** Gives it back. To be called once. */
  @Override
  public void close() throws IOException {
    synchronized (OPEN) {
      FileLock lock = file.held().remove(position);
      try {
        if (lock != null) {
          lock.release();
        }
      } finally {
        file.closeIfIdle();
      }
    }
  }
}

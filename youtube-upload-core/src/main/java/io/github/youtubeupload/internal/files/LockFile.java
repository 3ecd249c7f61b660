package io.github.youtubeupload.internal.files;

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
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The one descriptor of a lock file in this JVM. POSIX gives record locks to the process: closing
 * any descriptor of a file drops every lock the process holds on it. So there must be one only,
 * however many stores a host opens on it, and it is closed when nobody holds or awaits anything.
 */
final class LockFile {
  /** By the files' identity. Guards itself and what is not final in its values. */
  private static final Map<Object, LockFile> OPEN = new HashMap<>();

  private final Object key;
  private final FileChannel channel;
  private final Map<Long, FileLock> held = new HashMap<>();
  private final Semaphore turn = new Semaphore(1, true);
  private int users;

  /** Another copy of this library in this JVM has locks that to close the channel would drop. */
  private boolean shared;

  private LockFile(Object key, FileChannel channel) {
    this.key = key;
    this.channel = channel;
  }

  /** To be followed by {@link #leave}; meanwhile the file stays open. */
  static LockFile enter(Path path) throws IOException {
    synchronized (OPEN) {
      // The file's identity, not its path: a path can lead to another file after a clean-up by
      // hand.
      Object identity = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
      Object key = Objects.requireNonNullElse(identity, path);
      LockFile file = OPEN.get(key);
      if (file == null) {
        file = new LockFile(key, FileChannel.open(path, StandardOpenOption.WRITE));
        OPEN.put(key, file);
      }
      file.users++;
      return file;
    }
  }

  void leave() throws IOException {
    synchronized (OPEN) {
      users--;
      closeIfIdle();
    }
  }

  private void closeIfIdle() throws IOException {
    if (users == 0 && held.isEmpty() && !shared) {
      OPEN.remove(key);
      channel.close();
    }
  }

  boolean tryLock(long position) throws IOException {
    synchronized (OPEN) {
      if (held.containsKey(position)) {
        return false;
      }
      try {
        FileLock lock = channel.tryLock(position, 1, false);
        if (lock != null) {
          held.put(position, lock);
        }
        return lock != null;
      } catch (OverlappingFileLockException e) {
        shared = true;
        return false;
      }
    }
  }

  boolean holds(long position) {
    synchronized (OPEN) {
      FileLock lock = held.get(position);
      return lock != null && lock.isValid();
    }
  }

  void unlock(long position) throws IOException {
    synchronized (OPEN) {
      FileLock lock = held.remove(position);
      try {
        if (lock != null) {
          lock.release();
        }
      } finally {
        closeIfIdle();
      }
    }
  }

  /** Queues up with the threads of this process that await a lock of this file. */
  boolean awaitTurn(long deadline) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return turn.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  void passTurn() {
    turn.release();
  }
}

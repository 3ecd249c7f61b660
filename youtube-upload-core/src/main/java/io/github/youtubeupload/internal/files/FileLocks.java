package io.github.youtubeupload.internal.files;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Locks between all threads and processes of one machine, each on one byte of a lock file. The
 * kernel frees them when the process ends, {@code kill -9} included. Bytes beyond the end of a file
 * can be locked, so the file stays empty. Thread-safe; not reentrant.
 *
 * <p>The lock file is made for writing only: a host that copies or reads its state directory would
 * drop every lock of its own process with the descriptor that it closes (POSIX), and so gets an
 * error instead. The superuser may read all the same; what the locks protect needs a fence besides.
 */
public final class FileLocks {
  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  private final PrivateDirectory directory;
  private final String name;

  /** The locks of a file, which is made when it is missing and never removed. */
  public FileLocks(PrivateDirectory directory, String name) {
    this.directory = directory;
    this.name = name;
  }

  /** Empty if another thread or process has it. Does not wait. */
  public Optional<Hold> tryLock(long position) throws IOException {
    LockFile file = LockFile.enter(directory.lockFile(name));
    try {
      return file.tryLock(position)
          ? Optional.of(new Hold(file, position, false))
          : Optional.empty();
    } finally {
      file.leave();
    }
  }

  /**
   * Waits for its turn. Threads of this process queue up; other processes are polled for, because a
   * blocking lock has no time limit, closes its channel on an interrupt, and makes the kernel see a
   * deadlock in two processes that wait for each other's files, whichever threads they are. An
   * interrupt does not end the wait, for an upload that shall stop still has to write down what it
   * spent; the thread stays interrupted.
   *
   * @throws IOException if the turn has not come within {@code patience}, or the file cannot be
   *     locked
   */
  public Hold lock(long position, Duration patience) throws IOException {
    long deadline = System.nanoTime() + patience.toNanos();
    LockFile file = LockFile.enter(directory.lockFile(name));
    try {
      Hold hold = file.awaitTurn(deadline) ? poll(file, position, deadline) : null;
      if (hold == null) {
        throw new IOException(
            "Another thread or process did not let go of "
                + directory.path().resolve(name)
                + " in time");
      }
      return hold;
    } finally {
      file.leave();
    }
  }

  private static @Nullable Hold poll(LockFile file, long position, long deadline)
      throws IOException {
    boolean interrupted = false;
    boolean locked = false;
    try {
      while (true) {
        boolean last = System.nanoTime() - deadline >= 0;
        locked = file.tryLock(position);
        if (locked || last) {
          return locked ? new Hold(file, position, true) : null;
        }
        LockSupport.parkNanos(POLL_NANOS);
        interrupted |= Thread.interrupted(); // or parking would return at once
      }
    } finally {
      if (!locked) {
        file.passTurn();
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** A lock that is held, until it is closed. */
  public static final class Hold implements AutoCloseable {
    private final LockFile file;
    private final long position;
    private final boolean hasTurn;

    private Hold(LockFile file, long position, boolean hasTurn) {
      this.file = file;
      this.position = position;
      this.hasTurn = hasTurn;
    }

    /** Whether it is held, as far as this process can tell. */
    public boolean isHeld() {
      return file.holds(position);
    }

    /** Gives it back. To be called once. */
    @Override
    public void close() throws IOException {
      try {
        file.unlock(position);
      } finally {
        if (hasTurn) {
          file.passTurn();
        }
      }
    }
  }
}

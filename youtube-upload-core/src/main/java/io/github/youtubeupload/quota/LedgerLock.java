package io.github.youtubeupload.quota;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets one at a time at the ledger, of all threads and processes of one machine, by a lock file
 * that is created when missing and never deleted. The operating system lets go of it when a process
 * ends, however it ends. Not reentrant.
 *
 * <p>File locks belong to a process, and closing any channel on the file drops them. So the threads
 * of this process first queue at a semaphore, and only its owner touches the file. The file's lock
 * is polled: a blocking one has no time limit, closes its channel on an interrupt, and the kernel
 * takes two processes that wait for each other's files for a deadlock, whichever threads they are.
 */
final class LedgerLock {
  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  /** Static because file locks are one for the whole process; holds what is in use only. */
  private static final ConcurrentMap<Path, Queue> QUEUES = new ConcurrentHashMap<>();

  /** To close one of these would drop the lock that another copy in this JVM holds. */
  private static final Collection<FileChannel> LEFT_OPEN = new ConcurrentLinkedQueue<>();

  private final Path file;

  private LedgerLock(Path file) {
    this.file = file;
  }

  /**
   * The lock of a file.
   *
   * @throws IOException if the file's directory does not exist
   */
  static LedgerLock of(Path file) throws IOException {
    Path absolute = file.toAbsolutePath();
    return new LedgerLock(absolute.resolveSibling("").toRealPath().resolve(file.getFileName()));
  }

  /**
   * Waits for its turn. An interrupt does not end the wait, for an upload that shall stop still has
   * to write down what it spent; the thread stays interrupted.
   *
   * @throws IOException if the turn has not come within {@code patience}, or the file cannot be
   *     locked
   */
  Hold acquire(Duration patience) throws IOException {
    long deadline = System.nanoTime() + patience.toNanos();
    boolean interrupted = Thread.interrupted();
    try {
      while (true) {
        try {
          return acquireUntil(deadline);
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

  private Hold acquireUntil(long deadline) throws IOException, InterruptedException {
    Queue queue = enter();
    boolean held = false;
    try {
      if (queue.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        Optional<Hold> hold = lockFile(queue, deadline);
        held = hold.isPresent();
        if (held) {
          return hold.get();
        }
      }
    } finally {
      if (!held) {
        leave();
      }
    }
    throw new IOException("Another thread or process did not let go of " + file + " in time");
  }

  private Optional<Hold> lockFile(Queue queue, long deadline) throws IOException {
    FileChannel channel = null;
    boolean locked = false;
    try {
      channel = FileChannel.open(file, Set.of(CREATE, WRITE), ownerOnly());
      locked = poll(channel, deadline);
      return locked ? Optional.of(new Hold(this, queue, channel)) : Optional.empty();
    } catch (OverlappingFileLockException e) {
      LEFT_OPEN.add(Objects.requireNonNull(channel));
      channel = null;
      throw new IOException(
          "Another copy of this library in this JVM did not let go of " + file + " in time", e);
    } finally {
      if (!locked) {
        if (channel != null) {
          channel.close();
        }
        queue.release();
      }
    }
  }

  private static boolean poll(FileChannel channel, long deadline) throws IOException {
    boolean interrupted = false;
    try {
      while (true) {
        boolean last = System.nanoTime() - deadline >= 0;
        boolean locked = tryLock(channel, last);
        if (locked || last) {
          return locked;
        }
        LockSupport.parkNanos(POLL_NANOS);
        interrupted |= Thread.interrupted(); // or parking would return at once
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Another copy of this library in this JVM is waited for like another process. */
  private static boolean tryLock(FileChannel channel, boolean last) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      if (last) {
        throw e;
      }
      return false;
    }
  }

  private FileAttribute<?>[] ownerOnly() {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private Queue enter() {
    return QUEUES.compute(
        file,
        (path, known) -> {
          Queue queue = known == null ? new Queue() : known;
          queue.users++;
          return queue;
        });
  }

  private void leave() {
    QUEUES.computeIfPresent(file, (path, queue) -> --queue.users == 0 ? null : queue);
  }

  /** The queue of this process for one file. */
  private static final class Queue extends Semaphore {
    private static final long serialVersionUID = 1L;

    /** Changed only inside the map's atomic methods. */
    private int users;

    Queue() {
      super(1, true);
    }
  }

  /** The right to be alone, until closed. */
  static final class Hold implements AutoCloseable {
    private final LedgerLock lock;
    private final Queue queue;
    private final FileChannel channel;

    private Hold(LedgerLock lock, Queue queue, FileChannel channel) {
      this.lock = lock;
      this.queue = queue;
      this.channel = channel;
    }

    /** Lets the next one in. To be called once. */
    @Override
    public void close() throws IOException {
      try {
        channel.close();
      } finally {
        queue.release();
        lock.leave();
      }
    }
  }
}

package io.github.youtubeupload.internal.origin;

import io.github.youtubeupload.internal.io.BlockInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * What a connection receives, TLS taken off. A monitor hears of every wait, and a read that lasts
 * too long is cut: a record of TLS may trickle, and no socket timeout notices.
 */
final class TimedStream extends BlockInputStream {
  private static final long NOT_READING = 0;

  private final InputStream in;
  private final Runnable cut;
  private volatile ThroughputMonitor monitor = ThroughputMonitor.ANY;
  private volatile CompletableFuture<Void> timer = CompletableFuture.completedFuture(null);
  private volatile long readingSince = NOT_READING;
  private volatile boolean late;
  private volatile boolean ended;

  /**
   * Reads from a connection.
   *
   * @param cut makes a blocked read fail; called by another thread
   */
  TimedStream(InputStream in, Runnable cut) {
    this.in = in;
    this.cut = cut;
  }

  /** Times the reads from here on, until {@link #end}. */
  void timeBy(ThroughputMonitor value) {
    monitor = value;
    arm(value.longestRead().toNanos());
  }

  private void arm(long nanos) {
    CompletableFuture<Void> next =
        new CompletableFuture<Void>().orTimeout(nanos, TimeUnit.NANOSECONDS);
    timer = next;
    CompletableFuture<Void> unused =
        next.whenComplete(
            (nothing, due) -> {
              if (due != null) {
                look();
              }
            });
    if (ended) {
      next.complete(null);
    }
  }

  private void look() {
    long since = readingSince;
    long lasts = since == NOT_READING ? 0 : System.nanoTime() - since;
    long left = monitor.longestRead().toNanos() - lasts;
    if (left > 0) {
      arm(left);
    } else {
      late = true;
      cut.run();
    }
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    long before = System.nanoTime();
    readingSince = before;
    int n;
    try {
      n = in.read(bytes, from, length);
    } catch (IOException e) {
      if (late) {
        String why = "no data within " + monitor.longestRead();
        throw (IOException) new SocketTimeoutException(why).initCause(e);
      }
      throw e;
    } finally {
      readingSince = NOT_READING;
    }
    monitor.waited(System.nanoTime() - before, Math.max(0, n));
    return n;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Leaves no timer behind. Any thread may call it. */
  void end() {
    ended = true;
    timer.complete(null);
  }
}

package io.github.youtubeupload.internal.origin;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * What a connection receives, TLS taken off. Once watched, a pace hears of every wait, and a read
 * that lasts too long is cut: a record of TLS may trickle, and no socket timeout notices.
 */
final class WatchedStream extends FilterInputStream {
  private static final long NOT_READING = 0;

  private final Runnable cut;
  private volatile Pace pace = Pace.ANY;
  private volatile CompletableFuture<Void> timer = CompletableFuture.completedFuture(null);
  private volatile long readingSince = NOT_READING;
  private volatile boolean late;
  private volatile boolean ended;

  /**
   * Reads from a connection.
   *
   * @param cut makes a blocked read fail; called by another thread
   */
  WatchedStream(InputStream in, Runnable cut) {
    super(in);
    this.cut = cut;
  }

  /** Watches from here on, until {@link #end}. */
  void watch(Pace value) {
    pace = value;
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
    long left = pace.longestRead().toNanos() - lasts;
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
        String why = "no data within " + pace.longestRead();
        throw (IOException) new SocketTimeoutException(why).initCause(e);
      }
      throw e;
    } finally {
      readingSince = NOT_READING;
    }
    pace.waited(System.nanoTime() - before, Math.max(0, n));
    return n;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  /** Leaves no timer behind. Any thread may call it. */
  void end() {
    ended = true;
    timer.complete(null);
  }
}

package io.github.youtubeupload.internal.concurrent;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Cuts a connection that has taken no byte for too long. Only time spent in a write counts: a slow
 * source is no stall, and the wait for an answer has a limit of its own.
 */
public final class StallDetector implements AutoCloseable {
  private static final long NOT_WRITING = Long.MIN_VALUE;

  private final TimeSource timing;
  private final long timeoutNanos;
  private final Runnable cut;
  private final ScheduledFuture<?> ticking;
  private volatile long writingSince = NOT_WRITING;
  private volatile boolean stalled;

  public StallDetector(
      ScheduledExecutorService scheduler, TimeSource timing, Duration timeout, Runnable cut) {
    this.timing = timing;
    this.timeoutNanos = timeout.toNanos();
    this.cut = cut;
    long period = Math.max(TimeUnit.MILLISECONDS.toNanos(5), timeoutNanos / 8);
    this.ticking =
        scheduler.scheduleWithFixedDelay(this::check, period, period, TimeUnit.NANOSECONDS);
  }

  public void writing() {
    writingSince = timing.nanoTime();
  }

  public void wrote() {
    writingSince = NOT_WRITING;
  }

  /** Whether the connection was cut since the last call. */
  public boolean takeStalled() {
    boolean was = stalled;
    stalled = false;
    return was;
  }

  private void check() {
    long since = writingSince;
    if (since != NOT_WRITING && timing.nanoTime() - since > timeoutNanos) {
      stalled = true;
      writingSince = NOT_WRITING;
      cut.run();
    }
  }

  @Override
  public void close() {
    ticking.cancel(false);
  }
}

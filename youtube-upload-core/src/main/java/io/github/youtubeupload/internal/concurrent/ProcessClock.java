package io.github.youtubeupload.internal.concurrent;

import java.time.Duration;
import java.time.Instant;

/**
 * The time of day, held against the clock that never jumps. People set clocks, and machines set
 * them right again; what is written down must not seem to have ended before it began, nor be
 * forgotten as old because the clock went forward. Thread-safe.
 */
public final class ProcessClock implements TimeSource {
  private final TimeSource source;
  private final Instant start;
  private final long startNanos;

  /** Begins to watch both clocks. */
  public ProcessClock(TimeSource source) {
    this.source = source;
    this.start = source.now();
    this.startNanos = source.nanoTime();
  }

  /** The time to write down: by the clock, but never less than has passed since the start. */
  public Instant stamp() {
    Instant now = source.now();
    Instant counted = counted();
    return now.isBefore(counted) ? counted : now;
  }

  /** The earliest that it may be; for what must not happen too soon. */
  public Instant earliestNow() {
    Instant now = source.now();
    Instant counted = counted();
    return now.isAfter(counted) ? counted : now;
  }

  private Instant counted() {
    return start.plusNanos(source.nanoTime() - startNanos);
  }

  /** From one time written down to another; zero if clocks say that it is less. */
  public static Duration between(Instant begin, Instant end) {
    return end.isBefore(begin) ? Duration.ZERO : Duration.between(begin, end);
  }

  @Override
  public Instant now() {
    return source.now();
  }

  @Override
  public long nanoTime() {
    return source.nanoTime();
  }

  @Override
  public double random() {
    return source.random();
  }
}

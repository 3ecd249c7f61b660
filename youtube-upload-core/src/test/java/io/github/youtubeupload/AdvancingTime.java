package io.github.youtubeupload;

import io.github.youtubeupload.internal.concurrent.TimeSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Clocks that a test moves on, or sets. */
final class AdvancingTime extends Clock implements TimeSource {
  private final AtomicReference<Instant> now;
  private final AtomicLong ahead = new AtomicLong();

  AdvancingTime(Instant start) {
    this.now = new AtomicReference<>(start);
  }

  /** Lets time pass. */
  void advance(Duration duration) {
    set(duration);
    ahead.addAndGet(duration.toNanos());
  }

  /** Sets the time of day; no time passes. */
  void set(Duration forward) {
    now.updateAndGet(t -> t.plus(forward));
  }

  @Override
  public Instant now() {
    return now.get();
  }

  @Override
  public long nanoTime() {
    return System.nanoTime() + ahead.get();
  }

  @Override
  public double random() {
    return 0.5;
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}

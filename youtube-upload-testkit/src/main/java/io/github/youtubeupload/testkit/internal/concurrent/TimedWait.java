package io.github.youtubeupload.testkit.internal.concurrent;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for a condition that other threads bring about. */
public final class TimedWait {
  private TimedWait() {}

  /** Waits on {@code monitor}, which the caller holds, until the condition or the time is met. */
  public static void on(Object monitor, BooleanSupplier condition, long nanos)
      throws InterruptedException {
    long end = System.nanoTime() + nanos;
    long left = nanos;
    while (!condition.getAsBoolean() && left > 0) {
      TimeUnit.NANOSECONDS.timedWait(monitor, left);
      left = end - System.nanoTime();
    }
  }
}

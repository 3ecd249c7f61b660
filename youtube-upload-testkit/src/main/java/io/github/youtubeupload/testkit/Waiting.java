package io.github.youtubeupload.testkit;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for a condition that other threads bring about. */
final class Waiting {
  private Waiting() {}

  /** Waits on {@code monitor}, which the caller holds, until the condition or the time is met. */
  static void on(Object monitor, BooleanSupplier condition, long nanos)
      throws InterruptedException {
    long end = System.nanoTime() + nanos;
    long left = nanos;
    while (!condition.getAsBoolean() && left > 0) {
      TimeUnit.NANOSECONDS.timedWait(monitor, left);
      left = end - System.nanoTime();
    }
  }
}

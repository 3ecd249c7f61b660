package io.github.youtubeupload;

import java.time.Duration;

/**
 * How long and how often a failing upload is tried. Immutable.
 *
 * @param maxAttempts failures in a row without one byte gained before the upload is suspended, 1 or
 *     more
 * @param firstDelay the wait after the first failure
 * @param maxDelay no wait is longer, a server's {@code Retry-After} aside
 * @param deadline bound on one run of an upload, waits included
 */
public record RetryPolicy(
    int maxAttempts, Duration firstDelay, Duration maxDelay, Duration deadline) {

  /**
   * 11 attempts, 0.5 s doubled up to 64 s, a day in all. A server that does not answer is thus
   * given about three minutes, and a connection that merely broke costs half a second.
   */
  public static final RetryPolicy DEFAULT =
      new RetryPolicy(11, Duration.ofMillis(500), Duration.ofSeconds(64), Duration.ofDays(1));

  public RetryPolicy {
    if (maxAttempts < 1) {
      throw new IllegalArgumentException("maxAttempts must be 1 or more, was " + maxAttempts);
    }
    requirePositive("firstDelay", firstDelay);
    requirePositive("maxDelay", maxDelay);
    requirePositive("deadline", deadline);
  }

  /**
   * The wait after a failure: exponential, with the upper half random so that many clients do not
   * come back at once.
   *
   * @param failures failures since the last byte gained, from 1
   * @param random from 0 to 1
   */
  public Duration delay(int failures, double random) {
    double full = (double) firstDelay.toNanos() * Math.pow(2, Math.max(0, failures - 1));
    double capped = Math.min(full, (double) maxDelay.toNanos());
    return Duration.ofNanos((long) (capped * (0.5 + random / 2)));
  }

  private static void requirePositive(String name, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(name + " must be above zero, was " + value);
    }
  }
}

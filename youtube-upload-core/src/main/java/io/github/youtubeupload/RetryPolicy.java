package io.github.youtubeupload;

import io.github.youtubeupload.internal.concurrent.Durations;
import java.time.Duration;

/**
 * How long and how often a failing upload is tried. Immutable.
 *
 * @param maxAttempts failures in a row without one byte gained before the upload is suspended, 1 or
 *     more
 * @param firstDelay the wait after the first failure
 * @param maxDelay no wait is longer, a server's {@code Retry-After} aside
 * @param deadline bound on one run of an upload, waits included; at most 365 days
 * @param maxOpenings sessions that one run pays for, 1 or more: those whose opening failed and
 *     those that were lost count, since each costs quota, and an outage must not use up a day
 */
public record RetryPolicy(
    int maxAttempts, Duration firstDelay, Duration maxDelay, Duration deadline, int maxOpenings) {
  private static final Duration LONGEST_DELAY = Duration.ofDays(1);
  private static final Duration LONGEST_DEADLINE = Duration.ofDays(365);

  /**
   * 11 attempts, 0.5 s doubled up to 64 s, a day in all. A server that does not answer is thus
   * given about three minutes, and a connection that merely broke costs half a second. Three
   * sessions are paid for, about a minute apart.
   */
  public static final RetryPolicy DEFAULT =
      new RetryPolicy(11, Duration.ofMillis(500), Duration.ofSeconds(64), Duration.ofDays(1));

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if one is out of its range; the message says which
   */
  public RetryPolicy {
    requireOneOrMore("maxAttempts", maxAttempts);
    requireOneOrMore("maxOpenings", maxOpenings);
    Durations.require("firstDelay", firstDelay, LONGEST_DELAY);
    Durations.require("maxDelay", maxDelay, LONGEST_DELAY);
    Durations.require("deadline", deadline, LONGEST_DEADLINE);
  }

  /** With three openings. */
  public RetryPolicy(int maxAttempts, Duration firstDelay, Duration maxDelay, Duration deadline) {
    this(maxAttempts, firstDelay, maxDelay, deadline, 3);
  }

  /** A copy that pays for so many sessions in a run. */
  public RetryPolicy withMaxOpenings(int sessions) {
    return new RetryPolicy(maxAttempts, firstDelay, maxDelay, deadline, sessions);
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

  private static void requireOneOrMore(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be 1 or more, was " + value);
    }
  }
}

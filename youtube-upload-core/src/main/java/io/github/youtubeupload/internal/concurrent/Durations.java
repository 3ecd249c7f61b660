package io.github.youtubeupload.internal.concurrent;

import java.time.Duration;

/** What a duration in the configuration can be: sockets and clocks below count in milliseconds. */
public final class Durations {
  private static final Duration SHORTEST = Duration.ofMillis(1);

  private Durations() {}

  /**
   * Gives the value.
   *
   * @throws IllegalArgumentException if it is below 1 ms or above the longest
   */
  public static Duration require(String name, Duration value, Duration longest) {
    if (value.compareTo(SHORTEST) < 0 || value.compareTo(longest) > 0) {
      throw new IllegalArgumentException(
          name + " must be from " + SHORTEST + " to " + longest + ", was " + value);
    }
    return value;
  }
}

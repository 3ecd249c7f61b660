package io.github.youtubeupload.internal.concurrent;

import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/** The one seam for clock and chance. */
public interface TimeSource {
  /** The real ones. */
  TimeSource SYSTEM =
      new TimeSource() {
        @Override
        public Instant now() {
          return Instant.now();
        }

        @Override
        public long nanoTime() {
          return System.nanoTime();
        }

        @Override
        public double random() {
          return ThreadLocalRandom.current().nextDouble();
        }
      };

  /** The time of day, for what people and disks see. */
  Instant now();

  /** A clock that never jumps, for durations. */
  long nanoTime();

  /** From 0 to 1. */
  double random();
}

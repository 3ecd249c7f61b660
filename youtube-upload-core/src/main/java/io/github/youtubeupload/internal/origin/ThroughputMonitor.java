package io.github.youtubeupload.internal.origin;

import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** Hears how long each read of a body had to wait for its bytes, whatever they turn out to be. */
public interface ThroughputMonitor {
  /** Any speed is good enough. */
  ThroughputMonitor ANY =
      new ThroughputMonitor() {
        @Override
        public void waited(long nanos, int bytes) {}

        @Override
        public Duration longestRead() {
          return ChronoUnit.FOREVER.getDuration();
        }
      };

  /**
   * One read is over.
   *
   * @throws IOException if that is too slow to go on
   */
  void waited(long nanos, int bytes) throws IOException;

  /** How long one read may last. That of a TLS connection gives nothing before a whole record. */
  Duration longestRead();
}

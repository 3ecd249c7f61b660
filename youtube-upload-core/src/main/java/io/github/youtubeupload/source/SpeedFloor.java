package io.github.youtubeupload.source;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Gives up an origin that trickles. Only time spent waiting for it counts. */
final class SpeedFloor {
  private final UrlOptions options;
  private final long windowNanos;
  private long nanos;
  private long bytes;

  SpeedFloor(UrlOptions options) {
    this.options = options;
    this.windowNanos = options.timeouts().stall().toNanos();
  }

  void waited(long moreNanos, int moreBytes) throws HopelessException {
    nanos += moreNanos;
    bytes += moreBytes;
    if (nanos < windowNanos) {
      return;
    }
    double perSecond = bytes * (double) TimeUnit.SECONDS.toNanos(1) / nanos;
    if (perSecond < options.minBytesPerSecond()) {
      throw new HopelessException(
          "%s sent %d bytes in %s, slower than the %d bytes a second asked of it"
              .formatted(options, bytes, Duration.ofNanos(nanos), options.minBytesPerSecond()));
    }
    nanos = 0;
    bytes = 0;
  }
}

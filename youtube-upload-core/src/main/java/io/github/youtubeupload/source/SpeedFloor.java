package io.github.youtubeupload.source;

import io.github.youtubeupload.internal.origin.Pace;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Gives up an origin that trickles. Only time spent waiting for it counts, and every byte of its
 * bodies: also those of error pages and chunk headers.
 */
final class SpeedFloor implements Pace {
  /** RFC 8446, 5.1: what a record of TLS holds at most, and before its end nothing of it shows. */
  private static final long RECORD_BYTES = 16 * 1024;

  private final UrlOptions options;
  private final long windowNanos;
  private long nanos;
  private long bytes;

  SpeedFloor(UrlOptions options) {
    this.options = options;
    this.windowNanos = options.timeouts().stall().toNanos();
  }

  @Override
  public void waited(long moreNanos, int moreBytes) throws HopelessException {
    nanos += moreNanos;
    bytes += moreBytes;
    if (nanos >= windowNanos) {
      judge(nanos, bytes);
    }
  }

  @Override
  public Duration longestRead() {
    Duration record = Duration.ofSeconds(RECORD_BYTES / Math.max(1, options.minBytesPerSecond()));
    Duration stall = options.timeouts().stall();
    return record.compareTo(stall) > 0 ? record : stall;
  }

  private void judge(long inNanos, long received) throws HopelessException {
    nanos = 0;
    bytes = 0;
    double perSecond = received * (double) TimeUnit.SECONDS.toNanos(1) / inNanos;
    if (perSecond < options.minBytesPerSecond()) {
      throw new HopelessException(
          "%s sent %d bytes in %s, slower than the %d bytes a second asked of it"
              .formatted(
                  options, received, Duration.ofNanos(inNanos), options.minBytesPerSecond()));
    }
  }
}

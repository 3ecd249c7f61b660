package io.github.youtubeupload.internal.origin;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Gives up an origin that trickles. Only time spent waiting for it counts, and every byte of its
 * bodies: also those of error pages and chunk headers.
 */
public final class MinimumThroughput implements ThroughputMonitor {
  /** RFC 8446, 5.1: what a record of TLS holds at most, and before its end nothing of it shows. */
  private static final long RECORD_BYTES = 16 * 1024;

  private final String origin;
  private final Duration stall;
  private final long minBytesPerSecond;
  private long nanos;
  private long bytes;

  /**
   * Judges anew each time that a stall's length was spent waiting.
   *
   * @param origin names it in messages
   */
  public MinimumThroughput(String origin, Duration stall, long minBytesPerSecond) {
    this.origin = origin;
    this.stall = stall;
    this.minBytesPerSecond = minBytesPerSecond;
  }

  @Override
  public void waited(long moreNanos, int moreBytes) throws NotRetryableException {
    nanos += moreNanos;
    bytes += moreBytes;
    if (nanos >= stall.toNanos()) {
      judge(nanos, bytes);
    }
  }

  @Override
  public Duration longestRead() {
    Duration record = Duration.ofSeconds(RECORD_BYTES / Math.max(1, minBytesPerSecond));
    return record.compareTo(stall) > 0 ? record : stall;
  }

  private void judge(long inNanos, long received) throws NotRetryableException {
    nanos = 0;
    bytes = 0;
    double perSecond = received * (double) TimeUnit.SECONDS.toNanos(1) / inNanos;
    if (perSecond < minBytesPerSecond) {
      throw new NotRetryableException(
          "%s sent %d bytes in %s, slower than the %d bytes a second asked of it"
              .formatted(origin, received, Duration.ofNanos(inNanos), minBytesPerSecond));
    }
  }
}

package io.github.youtubeupload;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A moment of an upload. Immutable.
 *
 * @param uploadId the upload
 * @param state where it is
 * @param bytesDownloaded bytes spooled from the source; 0 unless it must be spooled
 * @param bytesSent the offset up to which bytes were handed to the network; goes back when YouTube
 *     kept less
 * @param bytesConfirmed the offset up to which YouTube said it holds the video
 * @param total size of the video in bytes; empty while it is still being made
 * @param bytesPerSecond smoothed speed of what moves now: the download while {@code DOWNLOADING},
 *     else the upload; 0 for about the first second, until it can be told
 * @param attempt 1, plus the failures since the last byte was gained
 */
public record UploadProgress(
    String uploadId,
    UploadState state,
    long bytesDownloaded,
    long bytesSent,
    long bytesConfirmed,
    OptionalLong total,
    double bytesPerSecond,
    int attempt) {

  /**
   * From 0 to 100, of the download while {@code DOWNLOADING} and of the upload otherwise. 100 only
   * when the video exists: sent is not finished. Empty while the total is unknown.
   */
  public OptionalDouble percent() {
    if (state == UploadState.COMPLETED) {
      return OptionalDouble.of(100);
    }
    if (total.isEmpty()) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(Math.min(99.9, 100.0 * done() / total.getAsLong()));
  }

  /**
   * At the present speed; empty while speed or total are unknown, and when nothing is left to send.
   */
  public Optional<Duration> timeLeft() {
    if (total.isEmpty() || bytesPerSecond < 1 || total.getAsLong() <= done()) {
      return Optional.empty();
    }
    double seconds = (total.getAsLong() - done()) / bytesPerSecond;
    return Optional.of(Duration.ofMillis((long) (seconds * 1000)));
  }

  private long done() {
    return state == UploadState.DOWNLOADING ? bytesDownloaded : bytesSent;
  }
}

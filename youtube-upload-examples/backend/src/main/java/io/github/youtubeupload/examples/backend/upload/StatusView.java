package io.github.youtubeupload.examples.backend.upload;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An upload as its owner is shown it.
 *
 * @param status queued, started, downloading, uploading, finalizing, completed, failed, cancelled,
 *     suspended or unknown
 * @param progress from 0 to 100; 100 only when the video exists
 * @param error why it failed or stopped; null otherwise
 * @param errorCode the same as a word, for pages; null if it is not known (any more)
 * @param needsConsent whether signing in again is what it waits for
 * @param source the file's name, or the URL without its query
 */
record StatusView(
    String uploadId,
    String status,
    double progress,
    @Nullable String videoId,
    @Nullable String videoUrl,
    @Nullable String studioUrl,
    @Nullable String error,
    @Nullable String errorCode,
    boolean needsConsent,
    String title,
    String source,
    long bytesDownloaded,
    long bytesSent,
    long bytesConfirmed,
    @Nullable Long bytesTotal,
    long bytesPerSecond,
    @Nullable Long secondsLeft,
    int attempt,
    Instant createdAt,
    Instant updatedAt) {

  /** Whether nothing more will happen by itself or by resume. */
  boolean isFinal() {
    return switch (status) {
      case "completed", "failed", "cancelled", "unknown" -> true;
      default -> false;
    };
  }
}

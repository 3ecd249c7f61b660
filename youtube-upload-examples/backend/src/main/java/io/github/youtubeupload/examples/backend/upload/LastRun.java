package io.github.youtubeupload.examples.backend.upload;

import io.github.youtubeupload.AuthorizationException;
import io.github.youtubeupload.UploadException;
import io.github.youtubeupload.UploadProgress;
import io.github.youtubeupload.UploadState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A run of an upload that made no video.
 *
 * @param bytesTotal null if it is not known
 * @param failure why it stopped; null if nothing said so
 * @param needsConsent whether its owner must consent again
 * @param canGoOn whether another run may follow
 */
record LastRun(
    long bytesDownloaded,
    long bytesSent,
    long bytesConfirmed,
    @Nullable Long bytesTotal,
    @Nullable String failure,
    boolean needsConsent,
    boolean canGoOn) {

  static LastRun of(UploadProgress last, Optional<UploadException> failure) {
    return new LastRun(
        last.bytesDownloaded(),
        last.bytesSent(),
        last.bytesConfirmed(),
        last.total().isPresent() ? (Long) last.total().getAsLong() : null,
        failure.map(Throwable::getMessage).orElse(null),
        failure.filter(AuthorizationException.class::isInstance).isPresent(),
        last.state() == UploadState.SUSPENDED);
  }

  /** A run that was stopped before it had sent anything knows less than the one before it. */
  LastRun after(@Nullable LastRun earlier) {
    return earlier == null || bytesSent > 0
        ? this
        : new LastRun(
            Math.max(bytesDownloaded, earlier.bytesDownloaded),
            earlier.bytesSent,
            Math.max(bytesConfirmed, earlier.bytesConfirmed),
            bytesTotal == null ? earlier.bytesTotal : bytesTotal,
            failure,
            needsConsent,
            canGoOn);
  }

  /** The same, when its upload is over. */
  LastRun over() {
    return new LastRun(bytesDownloaded, bytesSent, bytesConfirmed, bytesTotal, null, false, false);
  }
}

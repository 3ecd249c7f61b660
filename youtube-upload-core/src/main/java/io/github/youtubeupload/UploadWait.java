package io.github.youtubeupload;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for an upload on a caller's thread. */
final class UploadWait {
  private static final Logger LOG = LoggerFactory.getLogger(UploadWait.class);
  private static final Duration LONGEST_UNWINDING = Duration.ofSeconds(10);

  private UploadWait() {}

  /**
   * Gives the result or throws the upload's own exception; an interrupt suspends the upload first.
   */
  static UploadResult result(Upload upload) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return upload.result().get();
        } catch (InterruptedException e) {
          interrupted = true;
          upload.pause();
        } catch (ExecutionException e) {
          throw unwrapped(e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Waits until a stopped upload has ended, or until it is clear that something holds it up. */
  static void end(UploadTask task) {
    try {
      task.result().get(LONGEST_UNWINDING.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      // it ended, and whoever holds its future has been told how
    } catch (TimeoutException e) {
      LOG.warn("Upload {} does not stop; its transport or its source is blocked", task.uploadId());
    }
  }

  private static RuntimeException unwrapped(@Nullable Throwable cause) {
    return cause instanceof UploadException known ? known : new CompletionException(cause);
  }
}

package io.github.youtubeupload;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Waits for an upload on a caller's thread. */
final class UploadWait {
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

  private static RuntimeException unwrapped(@Nullable Throwable cause) {
    return cause instanceof UploadException known ? known : new CompletionException(cause);
  }
}

package io.github.youtubeupload.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** Tells when the file that is being written is complete. Asked about ten times a second. */
@FunctionalInterface
public interface Completion {

  /**
   * Whether the last byte is written.
   *
   * @throws IOException if there will never be one: the producer has failed, and so does the upload
   */
  boolean isComplete() throws IOException;

  /** Complete as soon as this other file exists. */
  static Completion marker(Path marker) {
    return () -> Files.exists(marker);
  }

  /** Complete when the stage is; failed when it is. */
  static Completion of(CompletionStage<?> stage) {
    CompletableFuture<?> future = stage.toCompletableFuture();
    return () -> {
      try {
        return future.isDone() && future.thenApply(value -> true).join();
      } catch (CompletionException | CancellationException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        throw new IOException("the producer failed: " + cause, cause);
      }
    };
  }

  /** Complete when the process has ended with exit code 0; failed with any other. */
  static Completion exit(Process process) {
    return () -> {
      if (process.isAlive()) {
        return false;
      }
      if (process.exitValue() != 0) {
        throw new IOException("the producer ended with exit code " + process.exitValue());
      }
      return true;
    };
  }
}

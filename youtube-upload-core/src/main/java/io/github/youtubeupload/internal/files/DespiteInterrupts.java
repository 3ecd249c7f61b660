package io.github.youtubeupload.internal.files;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;

/** Work on a channel that an interrupted thread can do; it stays interrupted. */
final class DespiteInterrupts {
  private DespiteInterrupts() {}

  interface FileWork<T> {
    T run() throws IOException;
  }

  /** An interrupt closes the channel that its thread is using; the work is then done once more. */
  static <T> T run(FileWork<T> work) throws IOException {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return work.run();
        } catch (ClosedByInterruptException e) {
          interrupted |= Thread.interrupted();
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}

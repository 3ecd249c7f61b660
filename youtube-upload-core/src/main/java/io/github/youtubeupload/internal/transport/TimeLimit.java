package io.github.youtubeupload.internal.transport;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Cuts a connection that takes too long in all, however steadily it trickles; a socket's own
 * time-out counts from the last byte.
 */
final class TimeLimit implements AutoCloseable {
  private final CompletableFuture<Void> over = new CompletableFuture<>();
  private final int millis;
  private volatile boolean late;

  /**
   * Begins to count.
   *
   * @param millis until the cut; 0 means never
   * @param cut short and harmless when repeated; called by another thread
   */
  TimeLimit(int millis, Runnable cut) {
    this.millis = millis;
    if (millis > 0) {
      CompletableFuture<Void> unused =
          over.orTimeout(millis, TimeUnit.MILLISECONDS)
              .whenComplete(
                  (nothing, tooLate) -> {
                    if (tooLate != null) {
                      late = true;
                      cut.run();
                    }
                  });
    }
  }

  /** What to throw for a failure that may be the cut. */
  IOException explain(String what, IOException failure) {
    if (!late) {
      return failure;
    }
    SocketTimeoutException timeout = new SocketTimeoutException(what + " within " + millis + " ms");
    timeout.initCause(failure);
    return timeout;
  }

  @Override
  public void close() {
    over.complete(null);
  }
}

package io.github.youtubeupload.internal.concurrent;

/**
 * Knows which threads are in a callback of the host's, such as a listener: one that waits there for
 * its own client would wait for itself. Thread-safe.
 */
public final class HostCallbacks {
  private final ThreadLocal<Integer> depth = ThreadLocal.withInitial(() -> 0);

  /** Runs a callback on this thread. */
  public void run(Runnable callback) {
    depth.set(depth.get() + 1);
    try {
      callback.run();
    } finally {
      if (depth.get() == 1) {
        depth.remove();
      } else {
        depth.set(depth.get() - 1);
      }
    }
  }

  /** Whether this thread is in one. */
  public boolean isInside() {
    boolean inside = depth.get() > 0;
    if (!inside) {
      depth.remove();
    }
    return inside;
  }
}

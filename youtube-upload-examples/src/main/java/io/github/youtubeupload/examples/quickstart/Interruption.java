package io.github.youtubeupload.examples.quickstart;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What Ctrl-C does while this is open: nothing but end the program, unless told otherwise. */
final class Interruption implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 5;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(() -> this.action.run(), "quickstart-interruption");
  private volatile Runnable action = () -> {};

  private Interruption() {}

  static Interruption watch() {
    Interruption interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  /** From now on it runs this, and then leaves the program time to come to its end by itself. */
  void asksToEnd(Runnable request) {
    action =
        () -> {
          request.run();
          awaitEnd();
        };
  }

  /** From now on it runs this and no more. */
  void cleansUp(Runnable cleaning) {
    action = cleaning;
  }

  private void awaitEnd() {
    try {
      if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("The upload does not stop; ending without it");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the JVM is on its way down, which is what the hook was for
    }
  }
}

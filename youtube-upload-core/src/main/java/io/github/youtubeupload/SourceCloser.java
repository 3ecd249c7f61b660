package io.github.youtubeupload;

import io.github.youtubeupload.internal.concurrent.StopSignal;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Frees the source of a run, which may be the host's own code and take its time: on a helper
 * thread, so that neither the one who stops the upload nor the client's clock waits for it.
 * Thread-safe.
 */
final class SourceCloser {
  private static final Logger LOG = LoggerFactory.getLogger(SourceCloser.class);

  /**
   * Ours need a moment to remove what they spooled; nobody waits longer for an end they asked for.
   */
  private static final Duration PATIENCE = Duration.ofMillis(250);

  private final Executor helpers;
  private final Deque<Closeable> open = new ArrayDeque<>();
  private @Nullable CompletableFuture<Void> closing;

  SourceCloser(Executor helpers) {
    this.helpers = helpers;
  }

  /** Takes what must be freed; at once if that has begun. */
  <T extends Closeable> T keep(T opened) {
    synchronized (this) {
      if (closing == null) {
        open.push(opened);
        return opened;
      }
    }
    closeQuietly(opened);
    return opened;
  }

  /** Frees all in its turn, since another source takes its place. */
  void closeForAnother() {
    takeAll().forEach(SourceCloser::closeQuietly);
  }

  private synchronized List<Closeable> takeAll() {
    List<Closeable> all = List.copyOf(open);
    open.clear();
    return all;
  }

  /** Returns at once. */
  void beginClose() {
    CompletableFuture<Void> unused = closing();
  }

  private synchronized CompletableFuture<Void> closing() {
    CompletableFuture<Void> begun = closing;
    if (begun != null) {
      return begun;
    }
    CompletableFuture<Void> now = new CompletableFuture<>();
    closing = now;
    List<Closeable> all = takeAll();
    Runnable close =
        () -> {
          all.forEach(SourceCloser::closeQuietly);
          now.complete(null);
        };
    if (all.isEmpty()) {
      close.run();
      return now;
    }
    try {
      helpers.execute(close);
    } catch (RejectedExecutionException e) {
      close.run(); // the client is closed, and waits for nobody
    }
    return now;
  }

  /** Waits until the source is freed, but not long if the run was stopped. */
  void close(StopSignal stop) {
    CompletableFuture<Void> done = closing();
    boolean interrupted = false;
    try (StopSignal.Waiter ignored = stop.whenRaised(() -> limit(done))) {
      done.get();
    } catch (InterruptedException e) {
      interrupted = true;
    } catch (ExecutionException e) {
      LOG.warn("A source takes long to close; the upload has stopped without it");
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void limit(CompletableFuture<Void> done) {
    done.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** What a source's own code throws here changes nothing for the video. */
  private static void closeQuietly(Closeable source) {
    try {
      source.close();
    } catch (IOException | RuntimeException e) {
      LOG.warn("A source could not be closed", e);
    }
  }
}

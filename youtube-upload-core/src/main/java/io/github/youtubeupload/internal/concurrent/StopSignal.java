package io.github.youtubeupload.internal.concurrent;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Tells a running upload to stop, and wakes it wherever it waits. The first reason stands, except
 * that a cancel overrides the others. Thread-safe.
 */
public final class StopSignal {
  public enum Reason {
    CANCELLED,
    PAUSED,
    CLOSED,
    DEADLINE
  }

  /** Unwinds a run. Never leaves the engine. */
  public static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stopped() {
      super(null, null, false, false);
    }
  }

  /** Ends the wish to be told. */
  public interface Waiter extends AutoCloseable {
    @Override
    void close();
  }

  private final AtomicReference<@Nullable Reason> reason = new AtomicReference<>();
  private final CountDownLatch raised = new CountDownLatch(1);
  private final Set<Runnable> waiters = ConcurrentHashMap.newKeySet();

  public void raise(Reason newReason) {
    reason.updateAndGet(old -> old == null || newReason == Reason.CANCELLED ? newReason : old);
    raised.countDown();
    waiters.forEach(Runnable::run);
  }

  public Optional<Reason> reason() {
    return Optional.ofNullable(reason.get());
  }

  /** Throws if the signal is up. */
  public void check() {
    if (reason().isPresent()) {
      throw new Stopped();
    }
  }

  /** Waits, and throws as soon as the signal is up or the thread is interrupted. */
  public void sleep(Duration duration) {
    try {
      if (raised.await(duration.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new Stopped();
      }
    } catch (InterruptedException e) {
      raise(Reason.PAUSED);
      throw new Stopped();
    }
  }

  /** Runs an action, short and harmless when repeated, when the signal is raised or if it is up. */
  public Waiter whenRaised(Runnable action) {
    waiters.add(action);
    if (reason().isPresent()) {
      action.run();
    }
    return () -> waiters.remove(action);
  }
}

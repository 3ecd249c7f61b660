package io.github.youtubeupload.internal.concurrent;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tells a running upload to stop, and wakes it wherever it waits. The first reason stands, except
 * that a cancel overrides the others, until the upload has decided how it ends. Thread-safe.
 */
public final class StopSignal {
  /** Why. */
  public enum Reason {
    /** For good. */
    CANCELLED,
    /** By the user, for now. */
    PAUSED,
    /** Since its client is closed. */
    CLOSED,
    /** Since it has taken too long. */
    DEADLINE
  }

  /** Unwinds a run. Never leaves the engine. */
  public static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Has no message and no trace: it is no error. */
    public Stopped() {
      super(null, null, false, false);
    }
  }

  /** Ends the wish to be told. */
  public interface Waiter extends AutoCloseable {
    @Override
    void close();
  }

  private final CountDownLatch raised = new CountDownLatch(1);
  private final Set<Runnable> waiters = ConcurrentHashMap.newKeySet();
  private @Nullable Reason reason;
  private boolean decided;

  /** False if it comes too late: the upload has decided how it ends. */
  public boolean raise(Reason newReason) {
    synchronized (this) {
      if (decided) {
        return false;
      }
      if (reason == null || newReason == Reason.CANCELLED) {
        reason = newReason;
      }
    }
    raised.countDown();
    waiters.forEach(Runnable::run);
    return true;
  }

  /** The reason that counts; none that comes later is heeded. */
  public synchronized Optional<Reason> decide() {
    decided = true;
    return Optional.ofNullable(reason);
  }

  /** Why the upload must stop; empty as long as it need not. */
  public synchronized Optional<Reason> reason() {
    return Optional.ofNullable(reason);
  }

  /** Whether the upload stops, or has decided how it ends: nobody can join it any more. */
  public synchronized boolean isEnding() {
    return decided || reason != null;
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

  /**
   * Runs an action when the signal is raised or if it is up, on the thread that raises it: one of
   * ours, short, and harmless when repeated.
   */
  public Waiter whenRaised(Runnable action) {
    waiters.add(action);
    if (reason().isPresent()) {
      action.run();
    }
    return () -> waiters.remove(action);
  }
}

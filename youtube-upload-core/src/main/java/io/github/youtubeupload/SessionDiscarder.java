package io.github.youtubeupload;

import com.google.auth.Credentials;
import io.github.youtubeupload.internal.concurrent.InterruptibleCalls;
import io.github.youtubeupload.internal.concurrent.StopSignal;
import io.github.youtubeupload.internal.transport.Connections;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells YouTube in the background which sessions are not needed any more. Best effort: a session
 * that is not discarded expires. Thread-safe.
 */
final class SessionDiscarder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SessionDiscarder.class);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Settings settings;
  private final Executor helpers;
  private final StopSignal stop = new StopSignal();
  private final Set<CountDownLatch> pending = ConcurrentHashMap.newKeySet();

  SessionDiscarder(Settings settings, Executor helpers) {
    this.settings = settings;
    this.helpers = helpers;
  }

  /** Returns at once. */
  void discard(Credentials credentials, URI session) {
    CountDownLatch done = new CountDownLatch(1);
    pending.add(done);
    try {
      helpers.execute(
          () -> {
            try {
              delete(credentials, session);
            } finally {
              pending.remove(done);
              done.countDown();
            }
          });
    } catch (RejectedExecutionException e) {
      pending.remove(done);
      LOG.debug("The client is closed; an abandoned upload session will expire");
    }
  }

  private void delete(Credentials credentials, URI session) {
    InterruptibleCalls detached = new InterruptibleCalls(helpers, stop);
    try (Connections connections = settings.api().connect();
        StopSignal.Waiter ignored = stop.whenRaised(connections::stop)) {
      String token =
          new RequestAuthorization("", credentials, settings.api().root(), detached).header();
      settings.api().over(connections).discard(token, session);
    } catch (Exception e) {
      LOG.debug("An abandoned upload session could not be discarded; it will expire");
    }
  }

  /** Waits for what is under way, for two seconds in all, and cuts off what is not done then. */
  @Override
  public void close() {
    long end = settings.clock().nanoTime() + PATIENCE.toNanos();
    try {
      boolean inTime = true;
      for (CountDownLatch done : pending) {
        inTime &= done.await(end - settings.clock().nanoTime(), TimeUnit.NANOSECONDS);
      }
      if (!inTime) {
        LOG.debug("Abandoned upload sessions could not be discarded in time; they will expire");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    stop.raise(StopSignal.Reason.CLOSED);
  }
}

package io.github.youtubeupload.source;

import io.github.youtubeupload.internal.files.DiskFullException;
import io.github.youtubeupload.internal.origin.NotRetryableException;
import io.github.youtubeupload.internal.origin.OriginStatusException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts the failures of an origin since the last byte gained, and waits between them. */
final class OriginRetries {
  private static final Logger LOG = LoggerFactory.getLogger(OriginRetries.class);
  private static final long MAX_WAIT_NANOS = TimeUnit.SECONDS.toNanos(15);
  private static final long MAX_RETRY_AFTER_NANOS = TimeUnit.MINUTES.toNanos(2);
  private static final int MAX_RENEWALS = 2;

  private final UrlFetcher fetcher;
  private int failures;
  private int renewals;
  private long best;

  OriginRetries(UrlFetcher fetcher) {
    this.fetcher = fetcher;
  }

  /** What may fail. */
  interface Attempt<T> {
    T run() throws IOException;
  }

  /** Tries until it works or is given up. */
  <T> T call(Attempt<T> attempt) throws IOException {
    while (true) {
      try {
        return attempt.run();
      } catch (IOException e) {
        waitAfter(e);
      }
    }
  }

  /** A new best means that trying is worth while. */
  void reached(long position) {
    if (position > best) {
      best = position;
      failures = 0;
      renewals = 0;
    }
  }

  /** Waits before the next attempt, or throws if there must not be one. */
  void waitAfter(IOException failure) throws IOException {
    if (fetcher.closed().getCount() == 0) {
      throw new InterruptedIOException("the source was closed");
    }
    if (failure instanceof OriginStatusException refusal && !refusal.willPass()) {
      if (refusal.mayHaveExpired() && ++renewals <= MAX_RENEWALS && fetcher.renewed()) {
        return;
      }
      throw failure;
    }
    if (isFinal(failure)) {
      throw failure;
    }
    failures++;
    if (failures >= fetcher.options().retries().attempts()) {
      throw new IOException(
          fetcher.options() + " failed " + failures + " times in a row: " + failure.getMessage(),
          failure);
    }
    LOG.debug("{} failed at byte {}: {}", fetcher.options(), best, failure.getMessage());
    sleep(delay(failure));
  }

  private static boolean isFinal(IOException failure) {
    return failure instanceof UrlRefusedException
        || failure instanceof SourceChangedException
        || failure instanceof NotRetryableException
        || failure instanceof DiskFullException
        || failure instanceof SSLHandshakeException;
  }

  private long delay(IOException failure) {
    long first = fetcher.options().retries().backoff().toNanos();
    long doubled = Math.min(MAX_WAIT_NANOS, first << Math.min(failures - 1, 10));
    long jittered = (long) (doubled * (0.5 + ThreadLocalRandom.current().nextDouble() / 2));
    Duration asked = failure instanceof OriginStatusException r ? r.retryAfter() : Duration.ZERO;
    return Math.max(jittered, Math.min(MAX_RETRY_AFTER_NANOS, asked.toNanos()));
  }

  private void sleep(long nanos) throws IOException {
    try {
      if (fetcher.closed().await(nanos, TimeUnit.NANOSECONDS)) {
        throw new InterruptedIOException("the source was closed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for the origin");
    }
  }
}

package io.github.youtubeupload;

import io.github.youtubeupload.internal.concurrent.StopSignal;
import io.github.youtubeupload.internal.concurrent.TimeSource;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the failures since the last byte gained, and the openings of a run that cost quota, and
 * waits between them. Used by the upload's thread.
 */
final class RetryBudget {
  private static final Logger LOG = LoggerFactory.getLogger(RetryBudget.class);
  private static final int REMEMBERED = 10;

  /** An opening that failed is repeated as late as another request after so many failures. */
  private static final int FAILURES_AN_OPENING = 4;

  private final String uploadId;
  private final RetryPolicy policy;
  private final TimeSource timing;
  private final StopSignal stop;
  private final ProgressMeter progress;
  private final long startedAt;
  private final Deque<Throwable> earlier = new ArrayDeque<>();
  private int failures;
  private int openings;
  private int retries;
  private int mostInARow;
  private long best;

  RetryBudget(
      String uploadId,
      RetryPolicy policy,
      TimeSource timing,
      StopSignal stop,
      ProgressMeter progress) {
    this.uploadId = uploadId;
    this.policy = policy;
    this.timing = timing;
    this.stop = stop;
    this.progress = progress;
    this.startedAt = timing.nanoTime();
  }

  /** YouTube holds the video up to this offset; a new best means that trying is worth while. */
  void reached(long offset) {
    if (offset > best) {
      best = offset;
      failures = 0;
      progress.attempt(1);
    }
  }

  /** What the next session gains counts from its own beginning. */
  void sessionEnded() {
    best = 0;
  }

  /**
   * To be called before each opening that is paid for.
   *
   * @throws UploadSuspendedException if this run has paid often enough
   */
  void requireOpening() {
    if (openings >= policy.maxOpenings()) {
      Throwable last = earlier.peekLast();
      throw suspended(
          openings + " sessions were paid for and led to no video",
          last == null ? new IllegalStateException("no failure") : last);
    }
    openings++;
  }

  /**
   * Waits before the next attempt.
   *
   * @throws UploadSuspendedException if there have been enough, or the deadline would pass
   */
  void waitAfter(Throwable failure, Optional<Duration> retryAfter) {
    count(failure);
    pause(failure, retryAfter, failures);
  }

  /**
   * The same after an opening that may have cost quota: the next one waits longer, since it costs
   * again.
   */
  void waitAfterOpening(Throwable failure, Optional<Duration> retryAfter) {
    count(failure);
    if (openings >= policy.maxOpenings()) {
      throw suspended(openings + " openings of a session in a row failed", failure);
    }
    pause(failure, retryAfter, openings * FAILURES_AN_OPENING);
  }

  /** Nothing reached YouTube, so nothing was paid. */
  void openingUnused() {
    openings--;
  }

  /** The upload ended well; says so if it was hard. */
  void ended() {
    if (mostInARow * 2 > policy.maxAttempts() || openings > 1) {
      LOG.warn(
          "Upload {} came through after {} retries, {} of them in a row without a byte gained,"
              + " and {} sessions",
          uploadId,
          retries,
          mostInARow,
          openings);
    } else if (retries > 0) {
      LOG.info("Upload {} came through after {} retries", uploadId, retries);
    }
  }

  private void count(Throwable failure) {
    failures++;
    retries++;
    mostInARow = Math.max(mostInARow, failures);
    if (earlier.size() == REMEMBERED) {
      earlier.removeFirst();
    }
    earlier.addLast(failure);
    progress.attempt(failures + 1);
  }

  private void pause(Throwable failure, Optional<Duration> retryAfter, int exponent) {
    Duration delay = policy.delay(exponent, timing.random());
    if (retryAfter.isPresent() && retryAfter.get().compareTo(delay) > 0) {
      delay = retryAfter.get();
    }
    if (failures >= policy.maxAttempts()) {
      throw suspended(failures + " attempts in a row gained nothing", failure);
    }
    Duration spent = Duration.ofNanos(timing.nanoTime() - startedAt);
    if (spent.plus(delay).compareTo(policy.deadline()) > 0) {
      throw suspended("the deadline of " + policy.deadline() + " is reached", failure);
    }
    LOG.info(
        "Upload {}: {} at byte {}; attempt {} of {} in {}",
        uploadId,
        failure.getMessage(),
        progress.latest().bytesConfirmed(),
        failures + 1,
        policy.maxAttempts(),
        delay);
    stop.sleep(delay);
  }

  private UploadSuspendedException suspended(String why, Throwable last) {
    UploadSuspendedException suspended =
        new UploadSuspendedException(
            uploadId,
            why
                + ", the last with: "
                + last.getMessage()
                + "; resume it when YouTube answers again",
            last);
    earlier.stream().filter(e -> e != last).forEach(suspended::addSuppressed);
    return suspended;
  }
}

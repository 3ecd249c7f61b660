package io.github.youtubeupload;

import io.github.youtubeupload.internal.concurrent.StopSignal;
import io.github.youtubeupload.internal.concurrent.TimeSource;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Counts the failures since the last byte gained, and waits between them. */
final class RetryBudget {
  private static final int REMEMBERED = 10;

  private final String uploadId;
  private final RetryPolicy policy;
  private final TimeSource timing;
  private final StopSignal stop;
  private final ProgressMeter progress;
  private final long startedAt;
  private final Deque<Throwable> earlier = new ArrayDeque<>();
  private int failures;
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

  /**
   * Waits before the next attempt.
   *
   * @throws UploadSuspendedException if there have been enough, or the deadline would pass
   */
  void waitAfter(Throwable failure, Optional<Duration> retryAfter) {
    failures++;
    if (earlier.size() == REMEMBERED) {
      earlier.removeFirst();
    }
    earlier.addLast(failure);
    progress.attempt(failures + 1);
    Duration delay = policy.delay(failures, timing.random());
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

package io.github.youtubeupload;

import com.google.auth.Credentials;
import io.github.youtubeupload.internal.concurrent.ClientThreads;
import io.github.youtubeupload.internal.concurrent.InterruptibleCalls;
import io.github.youtubeupload.internal.concurrent.StopSignal;
import io.github.youtubeupload.quota.ApiCall;
import io.github.youtubeupload.quota.QuotaPolicy;
import io.github.youtubeupload.quota.QuotaStatus;
import io.github.youtubeupload.source.VideoSource;
import io.github.youtubeupload.store.UploadClaim;
import io.github.youtubeupload.store.UploadRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An accepted upload on its way through the client: waits for a thread, runs, perhaps waits for
 * quota and runs again, and ends exactly once.
 */
final class UploadTask implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(UploadTask.class);

  /** The ledger is asked again at least this often: its clock may not be ours. */
  private static final Duration LONGEST_QUOTA_NAP = Duration.ofMinutes(15);

  /** When the reset has been, by our clock, and the store's clock does not think so. */
  private static final Duration CLOCKS_DIFFER_NAP = Duration.ofMinutes(1);

  private final Settings settings;
  private final ClientThreads workers;
  private final SessionDiscarder discards;
  private final UploadJournal journal;
  private final VideoSource source;
  private final Credentials credentials;
  private final StopSignal stop = new StopSignal();
  private final ProgressMeter progress;
  private final CompletableFuture<UploadResult> result = new CompletableFuture<>();
  private final Consumer<UploadTask> whenEnded;
  private final AtomicBoolean over = new AtomicBoolean();
  private final Runnable waking = this::wake;
  private volatile @Nullable Future<?> nap;

  UploadTask(
      Settings settings,
      ClientThreads workers,
      SessionDiscarder discards,
      UploadClaim claim,
      UploadRecord record,
      VideoSource source,
      Credentials credentials,
      ProgressListener listener,
      Consumer<UploadTask> whenEnded) {
    this.settings = settings;
    this.workers = workers;
    this.discards = discards;
    this.journal = new UploadJournal(claim, record, settings.timing());
    this.source = source;
    this.credentials = credentials;
    this.progress = new ProgressMeter(record.uploadId(), listener, settings.timing());
    this.whenEnded = whenEnded;
  }

  String uploadId() {
    return journal.record().uploadId();
  }

  UploadRecord record() {
    return journal.record();
  }

  UploadProgress progress() {
    return progress.latest();
  }

  CompletableFuture<UploadResult> result() {
    return result;
  }

  /** Writes the upload down; from here on it survives the process. */
  void accept() {
    journal.accepted();
    workers.uploads.execute(this);
  }

  /** Ends at once with the video that an earlier run has made. */
  void finishedBefore() {
    UploadRecord done = journal.record();
    progress.confirmed(done.confirmed());
    UploadResult made =
        new UploadResult(
            done.uploadId(),
            Objects.requireNonNull(done.videoId()),
            done.confirmed(),
            0,
            settings.uploadCost() * done.attempt(),
            Duration.between(done.createdAt(), done.updatedAt()),
            List.of());
    end(UploadState.COMPLETED, () -> result.complete(made));
  }

  void stop(StopSignal.Reason reason) {
    stop.raise(reason);
    Future<?> napping = nap;
    boolean idle =
        workers.uploads.remove(this)
            || workers.uploads.remove(waking)
            || (napping != null && napping.cancel(false));
    if (idle) {
      endIdle();
    }
  }

  /** Nobody else will: the run ends at its first look at the signal. */
  private void endIdle() {
    try {
      workers.helpers.execute(this);
    } catch (RejectedExecutionException e) {
      run(); // the client is closed
    }
  }

  @Override
  public void run() {
    UploadResult made;
    try {
      made = runUntilDeadline();
    } catch (QuotaExhaustedException e) {
      if (!sleepsUntilThereIsRoom(e)) {
        endWith(e);
      }
      return;
    } catch (Throwable e) {
      endWith(e);
      return;
    }
    if (over.compareAndSet(false, true)) {
      end(UploadState.COMPLETED, () -> result.complete(made));
    }
  }

  private UploadResult runUntilDeadline() {
    stop.check();
    Future<?> deadline = deadline();
    try {
      return RunAssembly.run(
          settings, workers, discards, journal, source, credentials, stop, progress);
    } finally {
      deadline.cancel(false);
    }
  }

  private Future<?> deadline() {
    return workers.scheduler.schedule(
        () -> stop.raise(StopSignal.Reason.DEADLINE),
        settings.retryPolicy().deadline().toNanos(),
        TimeUnit.NANOSECONDS);
  }

  private void endWith(Throwable failure) {
    if (!over.compareAndSet(false, true)) {
      return;
    }
    UploadOutcome ending = UploadOutcome.of(failure, stop.reason(), journal);
    ending.discardedSession().ifPresent(session -> discards.discard(credentials, session));
    end(ending.state(), () -> result.completeExceptionally(ending.exception()));
  }

  /**
   * The upload is free for others before anybody hears of its end, so whoever hears may resume it.
   * Whatever a listener throws, the future ends.
   */
  private void end(UploadState state, Runnable completion) {
    try {
      journal.close();
    } catch (RuntimeException e) {
      LOG.warn("The claim on upload {} could not be given back", uploadId(), e);
    }
    whenEnded.accept(this);
    try {
      progress.end(state);
    } finally {
      completion.run();
    }
  }

  /** A source that is read once does not wait; whoever looks meanwhile finds the reason. */
  private boolean sleepsUntilThereIsRoom(QuotaExhaustedException noRoom) {
    if (!settings.waitForQuota() || stop.reason().isPresent() || ResumePolicy.isLost(record())) {
      return false;
    }
    try {
      journal.stopped(String.valueOf(noRoom.getMessage()));
      napUntil(noRoom.retryAt());
      return true;
    } catch (Throwable e) { // of the host's store or listener
      noRoom.addSuppressed(e);
      return false;
    }
  }

  private void napUntil(Instant retryAt) {
    progress.state(UploadState.SUSPENDED);
    Duration left = Duration.between(settings.timing().now(), retryAt);
    Duration length = left.compareTo(LONGEST_QUOTA_NAP) < 0 ? left : LONGEST_QUOTA_NAP;
    Duration least = left.isNegative() ? CLOCKS_DIFFER_NAP : Duration.ofSeconds(1);
    long nanos = Math.max(least.toNanos(), length.toNanos());
    nap =
        workers.scheduler.schedule(
            () -> workers.uploads.execute(waking), nanos, TimeUnit.NANOSECONDS);
    if (stop.reason().isPresent() && Objects.requireNonNull(nap).cancel(false)) {
      endIdle();
    }
  }

  /** A new run gets the source ready first, which may be a download; so there must be room. */
  private void wake() {
    Future<?> deadline = deadline();
    try {
      if (record().session() == null) {
        QuotaStatus today = new InterruptibleCalls(workers.helpers, stop).call(this::quota);
        if (!today.canUpload()) {
          napUntil(today.resetsAt());
          return;
        }
      }
    } catch (Throwable e) {
      LOG.debug("Whether there is room again could not be found out; the run will tell", e);
    } finally {
      deadline.cancel(false);
    }
    run();
  }

  private QuotaStatus quota() {
    QuotaPolicy policy = settings.quotaPolicy();
    String bucket = policy.charge(ApiCall.VIDEOS_INSERT).bucket();
    return policy.status(settings.quotaStore().usage(record().project(), bucket));
  }
}

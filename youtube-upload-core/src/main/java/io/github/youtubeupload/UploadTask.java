package io.github.youtubeupload;

import com.google.auth.Credentials;
import io.github.youtubeupload.internal.concurrent.InterruptibleCalls;
import io.github.youtubeupload.internal.concurrent.ProcessClock;
import io.github.youtubeupload.internal.concurrent.StopSignal;
import io.github.youtubeupload.quota.QuotaStatus;
import io.github.youtubeupload.source.VideoSource;
import io.github.youtubeupload.store.UploadClaim;
import io.github.youtubeupload.store.UploadRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

  /** A stopped upload unwinds in milliseconds, unless somebody's code holds it up. */
  private static final Duration LONGEST_UNWINDING = Duration.ofSeconds(10);

  /** What an upload needs that is in no journal. */
  record Inputs(VideoSource source, Credentials credentials, ProgressListener listener) {}

  private final ClientResources client;
  private final Settings settings;
  private final UploadJournal journal;
  private final Inputs inputs;
  private final Consumer<UploadTask> whenEnded;
  private final StopSignal stop = new StopSignal();
  private final ProgressMeter progress;
  private final CompletableFuture<UploadResult> result = new CompletableFuture<>();
  private final CountDownLatch released = new CountDownLatch(1);
  private final AtomicBoolean over = new AtomicBoolean();
  private final Runnable waking = this::wake;
  private volatile @Nullable Future<?> nap;

  UploadTask(
      ClientResources client,
      UploadClaim claim,
      UploadRecord record,
      Inputs inputs,
      Consumer<UploadTask> whenEnded) {
    this.client = client;
    this.settings = client.settings();
    this.journal = new UploadJournal(claim, record, settings.clock());
    this.inputs = inputs;
    this.progress =
        new ProgressMeter(
            record.uploadId(), inputs.listener(), client.callbacks(), settings.clock());
    this.whenEnded = whenEnded;
  }

  String uploadId() {
    return journal.record().uploadId();
  }

  private String account() {
    return journal.record().account();
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
  }

  /** Waits for a thread; false if the client was closed meanwhile: then the upload has ended. */
  boolean start() {
    try {
      client.threads().uploads.execute(account(), this);
      return true;
    } catch (RejectedExecutionException e) {
      stop.raise(StopSignal.Reason.CLOSED);
      run();
      return false;
    }
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
            settings.quota().uploadCost() * done.attempt(),
            ProcessClock.between(done.createdAt(), done.updatedAt()),
            List.of());
    end(UploadState.COMPLETED, () -> result.complete(made));
  }

  /** Whether it must stop, or has decided how it ends: then it can be joined no more. */
  boolean isEnding() {
    return stop.isEnding();
  }

  /** False if that comes too late: how the upload ends is decided. */
  boolean stop(StopSignal.Reason reason) {
    boolean heeded = stop.raise(reason);
    Future<?> napping = nap;
    boolean idle =
        client.threads().uploads.remove(account(), this)
            || client.threads().uploads.remove(account(), waking)
            || (napping != null && napping.cancel(false));
    if (idle) {
      endIdle();
    }
    return heeded;
  }

  /**
   * Waits until a stopped upload has given its claim back.
   *
   * @throws IllegalStateException on the thread of its own listener, which it waits for
   * @throws ConflictException if something holds it up
   */
  void awaitReleased() {
    if (progress.isTelling()) {
      throw new IllegalStateException(
          "Upload "
              + (uploadId() + " is stopping, and that waits for its listener: start it again")
              + " when the listener has returned");
    }
    boolean interrupted = false;
    try {
      while (true) {
        try {
          if (!released.await(LONGEST_UNWINDING.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new ConflictException(
                uploadId(), "it was stopped and has not ended yet; try again later", null);
          }
          return;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Waits until a stopped upload has ended; not in its own listener, and not for ever. */
  void awaitEnd() {
    if (progress.isTelling()) {
      return;
    }
    try {
      result.get(LONGEST_UNWINDING.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      // it ended, and whoever holds its future has been told how
    } catch (TimeoutException e) {
      LOG.warn("Upload {} does not stop; its transport or its source is blocked", uploadId());
    }
  }

  /** Nobody else will: the run ends at its first look at the signal. */
  private void endIdle() {
    try {
      client.threads().helpers.execute(this);
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
      stop.decide();
      end(UploadState.COMPLETED, () -> result.complete(made));
    }
  }

  private UploadResult runUntilDeadline() {
    stop.check();
    Future<?> deadline = deadline();
    try {
      return RunAssembly.run(client, journal, inputs, stop, progress);
    } finally {
      deadline.cancel(false);
    }
  }

  private Future<?> deadline() {
    return client
        .threads()
        .scheduler
        .schedule(
            () -> stop.raise(StopSignal.Reason.DEADLINE),
            settings.transfer().retryPolicy().deadline().toNanos(),
            TimeUnit.NANOSECONDS);
  }

  private void endWith(Throwable failure) {
    if (!over.compareAndSet(false, true)) {
      return;
    }
    UploadOutcome ending = UploadOutcome.of(failure, stop.decide(), journal);
    ending
        .discardedSession()
        .ifPresent(session -> client.discarder().discard(inputs.credentials(), session));
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
    released.countDown();
    progress.end(state, completion);
  }

  /** A source that is read once does not wait; whoever looks meanwhile finds the reason. */
  private boolean sleepsUntilThereIsRoom(QuotaExhaustedException noRoom) {
    if (!settings.quota().waitForReset()
        || stop.reason().isPresent()
        || ResumePolicy.isLost(record())) {
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
    Duration left = Duration.between(settings.clock().now(), retryAt);
    Duration length = left.compareTo(LONGEST_QUOTA_NAP) < 0 ? left : LONGEST_QUOTA_NAP;
    Duration least = left.isNegative() ? CLOCKS_DIFFER_NAP : Duration.ofSeconds(1);
    long nanos = Math.max(least.toNanos(), length.toNanos());
    nap =
        client
            .threads()
            .scheduler
            .schedule(
                () -> client.threads().uploads.execute(account(), waking),
                nanos,
                TimeUnit.NANOSECONDS);
    if (stop.reason().isPresent() && Objects.requireNonNull(nap).cancel(false)) {
      endIdle();
    }
  }

  /** A new run gets the source ready first, which may be a download; so there must be room. */
  private void wake() {
    Future<?> deadline = deadline();
    try {
      if (record().session() == null) {
        QuotaStatus today =
            new InterruptibleCalls(client.threads().helpers, stop).call(this::quota);
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
    return settings.quota().status(record().project());
  }
}

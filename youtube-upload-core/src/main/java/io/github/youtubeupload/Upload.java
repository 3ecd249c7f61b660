package io.github.youtubeupload;

import io.github.youtubeupload.internal.concurrent.StopSignal;
import java.util.concurrent.CompletableFuture;

/** A submitted upload. Thread-safe. */
public final class Upload {
  private final UploadTask task;

  Upload(UploadTask task) {
    this.task = task;
  }

  /** The request's id. */
  public String id() {
    return task.uploadId();
  }

  /** The newest progress; never blocks. */
  public UploadProgress progress() {
    return task.progress();
  }

  /**
   * The outcome: a result, or an {@link UploadException}. Each call gives a future of its own;
   * cancelling it does not cancel the upload.
   */
  public CompletableFuture<UploadResult> result() {
    return task.result().copy();
  }

  /**
   * Ends the upload for good, whatever it is doing; within milliseconds {@link #result} fails with
   * {@link UploadCancelledException}. The session at YouTube is discarded in the background, best
   * effort; {@link UploadClient#close} waits for that. Does nothing to an upload that has ended.
   */
  public void cancel() {
    task.stop(StopSignal.Reason.CANCELLED);
  }

  /**
   * Stops the upload for now; within milliseconds {@link #result} fails with {@link
   * UploadSuspendedException}. {@link UploadClient#resume} goes on from the byte that YouTube has.
   * Does nothing to an upload that has ended.
   */
  public void pause() {
    task.stop(StopSignal.Reason.PAUSED);
  }

  @Override
  public String toString() {
    return "Upload[" + id() + ", " + progress().state() + "]";
  }
}

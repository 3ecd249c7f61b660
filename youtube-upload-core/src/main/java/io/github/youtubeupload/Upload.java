package io.github.youtubeupload;

import io.github.youtubeupload.internal.concurrent.StopSignal;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** A submitted upload. Thread-safe. */
public final class Upload {
  private final UploadClient client;
  private final UploadTask task;

  Upload(UploadClient client, UploadTask task) {
    this.client = client;
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
   * effort; {@link UploadClient#close} waits for that. The same as {@link UploadClient#cancel} with
   * this id, so it also cancels an upload that is paused or suspended.
   *
   * @return false if the upload had ended for good
   * @throws ConflictException if another process has gone on with it
   * @throws StoreException if the journal cannot be used
   */
  public boolean cancel() {
    return client.cancel(id());
  }

  /**
   * Stops the upload for now; within milliseconds {@link #result} fails with {@link
   * UploadSuspendedException}. {@link UploadClient#resume} goes on from the byte that YouTube has.
   *
   * @return false if the upload had ended, or is suspended already
   */
  public boolean pause() {
    return task.stop(StopSignal.Reason.PAUSED);
  }

  /**
   * Gives the result or throws the upload's own exception; an interrupt suspends the upload first.
   */
  UploadResult await() {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return result().get();
        } catch (InterruptedException e) {
          interrupted = true;
          pause();
        } catch (ExecutionException e) {
          throw unwrapped(e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static RuntimeException unwrapped(@Nullable Throwable cause) {
    return cause instanceof UploadException known ? known : new CompletionException(cause);
  }

  @Override
  public String toString() {
    return "Upload[" + id() + ", " + progress().state() + "]";
  }
}

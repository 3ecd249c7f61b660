package io.github.youtubeupload.internal.concurrent;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Calls into code of others that may block for long, such as credentials that fetch a token: on a
 * helper thread, so that a stop does not wait for it.
 */
public final class InterruptibleCalls {
  private final Executor helpers;
  private final StopSignal stop;

  /** Makes calls that this signal ends. */
  public InterruptibleCalls(Executor helpers, StopSignal stop) {
    this.helpers = helpers;
    this.stop = stop;
  }

  /** Calls of the same kind that begin only when the one before has ended, however it did. */
  public InterruptibleCalls inOrder() {
    return new InterruptibleCalls(new SerialExecutor(helpers), stop);
  }

  /**
   * Gives what the call gives, or throws what it throws, or {@link StopSignal.Stopped}. A stop
   * interrupts the helper thread and ignores what the call gives.
   */
  public <T> T call(Callable<T> foreign) throws IOException {
    FutureTask<T> answer = new FutureTask<>(foreign);
    helpers.execute(answer);
    return await(answer);
  }

  /** The same for what must be said even if a stop comes: that ends only the waiting for it. */
  public <T> T finish(Callable<T> foreign) throws IOException {
    CompletableFuture<T> answer = new CompletableFuture<>();
    helpers.execute(
        () -> {
          try {
            answer.complete(foreign.call());
          } catch (Throwable e) {
            answer.completeExceptionally(e);
          }
        });
    return await(answer);
  }

  private <T> T await(Future<T> answer) throws IOException {
    try (StopSignal.Waiter ignored = stop.whenRaised(() -> answer.cancel(true))) {
      return answer.get();
    } catch (CancellationException e) {
      throw new StopSignal.Stopped();
    } catch (InterruptedException e) {
      stop.raise(StopSignal.Reason.PAUSED);
      throw new StopSignal.Stopped();
    } catch (ExecutionException e) {
      throw rethrown(e.getCause());
    }
  }

  private static IOException rethrown(@Nullable Throwable cause) throws IOException {
    if (cause instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof IOException io ? io : new IOException(cause);
  }
}

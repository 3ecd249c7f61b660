package io.github.youtubeupload;

import io.github.youtubeupload.internal.concurrent.StopSignal;
import io.github.youtubeupload.store.UploadRecord;
import io.github.youtubeupload.store.UploadStep;
import java.net.URI;
import java.util.Optional;

/**
 * How a run without a video ends: what the caller gets, what the journal keeps, and whether the
 * session is of use to anybody.
 */
record UploadOutcome(UploadException exception, UploadState state, Optional<URI> discardedSession) {
  static UploadOutcome of(
      Throwable failure, Optional<StopSignal.Reason> stopped, UploadJournal journal) {
    UploadRecord record = journal.record();
    UploadException exception = withoutFalseHope(toException(failure, stopped, record), record);
    UploadState state = state(exception, record);
    boolean over = state == UploadState.FAILED || state == UploadState.CANCELLED;
    UploadOutcome ending =
        new UploadOutcome(
            exception, state, over ? Optional.ofNullable(record.session()) : Optional.empty());
    if (!(exception instanceof StoreException) && !ending.leavesAllAsItWas(stopped, journal)) {
      ending.writeTo(journal);
    }
    return ending;
  }

  private static UploadException toException(
      Throwable failure, Optional<StopSignal.Reason> stopped, UploadRecord record) {
    String id = record.uploadId();
    if (stopped.isPresent()) {
      return switch (stopped.get()) {
        case CANCELLED ->
            new UploadCancelledException(id, cancelStep(record) == UploadStep.CANCELLED_LATE);
        case PAUSED -> new UploadSuspendedException(id, "paused; resume it to go on", null);
        case CLOSED ->
            new UploadSuspendedException(id, "the client was closed; resume it to go on", null);
        case DEADLINE ->
            new UploadSuspendedException(id, "its deadline is reached; resume it to go on", null);
      };
    }
    if (failure instanceof UploadException known) {
      return known;
    }
    return new UploadSuspendedException(
        id, "stopped by an unexpected " + failure + "; resume it to go on", failure);
  }

  /** A pipe cannot be read twice, so an upload of one that stopped is over, unless all was sent. */
  private static UploadException withoutFalseHope(UploadException exception, UploadRecord record) {
    if (!ResumePolicy.isLost(record) || !(exception instanceof UploadSuspendedException)) {
      return exception;
    }
    return new SourceException(
        record.uploadId(),
        "it stopped before its end, and its source can be read only once: submit it anew",
        exception);
  }

  /** How a cancel ends an upload: the last byte may have made the video. */
  static UploadStep cancelStep(UploadRecord record) {
    return record.step() == UploadStep.FINALIZING
        ? UploadStep.CANCELLED_LATE
        : UploadStep.CANCELLED;
  }

  private static UploadState state(UploadException exception, UploadRecord record) {
    if (exception instanceof UploadCancelledException) {
      return UploadState.CANCELLED;
    }
    if (exception instanceof OutcomeUnknownException) {
      return UploadState.UNKNOWN;
    }
    boolean over =
        exception instanceof RejectedException
            || exception instanceof SourceException
            || ResumePolicy.isLost(record);
    return over ? UploadState.FAILED : UploadState.SUSPENDED;
  }

  /** Of an upload that only waited in the queue a client that closes has nothing to say. */
  private boolean leavesAllAsItWas(Optional<StopSignal.Reason> stopped, UploadJournal journal) {
    return state == UploadState.SUSPENDED
        && stopped.filter(StopSignal.Reason.CLOSED::equals).isPresent()
        && journal.isUntouched();
  }

  private void writeTo(UploadJournal journal) {
    try {
      String why = String.valueOf(exception.getMessage());
      switch (state) {
        case CANCELLED -> journal.ended(cancelStep(journal.record()), why);
        case UNKNOWN -> journal.ended(UploadStep.UNKNOWN, why);
        case FAILED -> journal.ended(UploadStep.FAILED, why);
        default -> journal.stopped(why);
      }
    } catch (RuntimeException e) { // the store may be the host's own
      exception.addSuppressed(e);
    }
  }
}

package io.github.youtubeupload;

import io.github.youtubeupload.internal.metadata.MetadataJson;
import io.github.youtubeupload.store.UploadRecord;
import io.github.youtubeupload.store.UploadStep;
import io.github.youtubeupload.store.UploadStoreException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Which record an upload goes on from, by what the journal holds of its id. */
final class ResumePolicy {
  private ResumePolicy() {}

  static UploadRecord of(UploadRequest request, Settings settings) {
    Instant now = settings.clock().stamp();
    return new UploadRecord(
        request.id(),
        UploadStep.ACCEPTED,
        request.project().orElse(settings.quota().project()),
        request.account(),
        request.source().toString(),
        request.source().locator().orElse(null),
        null,
        MetadataJson.write(request.metadata()),
        request.parameters(),
        0,
        null,
        0,
        null,
        null,
        now,
        now);
  }

  /**
   * What a submitted request goes on from: the earlier record of the same request; or anew, if
   * there is none, or the earlier one surely made no video and never will. Then the id is free,
   * also for a request that was mended.
   *
   * @param beforeNew what a request that begins must stand
   */
  static UploadRecord sameOrNew(
      Optional<UploadRecord> found, UploadRecord wanted, Runnable beforeNew) {
    if (found.isEmpty()) {
      beforeNew.run();
      return wanted;
    }
    UploadRecord earlier = found.get();
    if (earlier.step() == UploadStep.FAILED || isLost(earlier)) {
      beforeNew.run();
      return wanted.afterAttempts(earlier.attempt());
    }
    requireSame(earlier, wanted);
    return runnable(earlier);
  }

  /** An id names one request, as long as there is or may be a video of it. */
  static void requireSame(UploadRecord earlier, UploadRecord wanted) {
    if (!earlier.asksForTheSame(wanted)) {
      throw new ConflictException(
          wanted.uploadId(), "this id belongs to another request; choose another id", null);
    }
  }

  /** A source that can be read only once is gone with its process, unless all was sent. */
  static boolean isLost(UploadRecord record) {
    return record.source() != null
        && !record.source().replayable()
        && !record.step().isFinal()
        && record.step() != UploadStep.FINALIZING;
  }

  static UploadRecord existing(Optional<UploadRecord> found, String uploadId) {
    return runnable(
        found.orElseThrow(() -> new IllegalArgumentException("No upload has the id " + uploadId)));
  }

  /** An upload of which nobody knows whether it made a video. */
  static UploadRecord unsettled(Optional<UploadRecord> found, String uploadId) {
    return found
        .filter(record -> record.step().isUnsettled())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No upload " + uploadId + " has an outcome that must be found out"));
  }

  /** Asks the journal; its failure becomes one that callers of the client know. */
  static <T> T stored(String uploadId, Supplier<T> question) {
    try {
      return question.get();
    } catch (UploadStoreException e) {
      throw new StoreException(uploadId, "the journal could not be used: " + e.getMessage(), e);
    }
  }

  static ConflictException takenElsewhere(String uploadId) {
    return new ConflictException(
        uploadId, "another client or process is driving it; wait for it", null);
  }

  private static UploadRecord runnable(UploadRecord record) {
    String id = record.uploadId();
    String why = String.valueOf(record.failure());
    return switch (record.step()) {
      case CANCELLED, CANCELLED_LATE ->
          throw new UploadCancelledException(id, record.step().isUnsettled());
      case UNKNOWN -> throw new OutcomeUnknownException(id, "reconcile it first: " + why, null);
      case FAILED ->
          throw new IllegalArgumentException(
              "Upload " + id + " failed for good (" + why + "); submit its request again instead");
      default -> record;
    };
  }
}

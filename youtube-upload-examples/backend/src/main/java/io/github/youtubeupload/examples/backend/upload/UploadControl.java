package io.github.youtubeupload.examples.backend.upload;

import io.github.youtubeupload.Upload;
import io.github.youtubeupload.UploadException;
import io.github.youtubeupload.examples.backend.account.Owner;
import io.github.youtubeupload.examples.backend.web.ApiException;
import io.github.youtubeupload.store.UploadRecord;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Cancel, pause and resume, on behalf of an upload's owner. */
@Component
final class UploadControl {
  /** A stop takes milliseconds; this only bounds how long a caller can be kept. */
  private static final Duration TO_STOP = Duration.ofSeconds(10);

  private final Uploads uploads;
  private final StatusViews views;

  UploadControl(Uploads uploads, StatusViews views) {
    this.uploads = uploads;
    this.views = views;
  }

  /** Cancelling twice is harmless; what has ended otherwise cannot be cancelled. */
  StatusView cancel(Owner owner, String id) {
    UploadRecord record = views.require(owner, id);
    switch (record.step()) {
      case CANCELLED, CANCELLED_LATE -> {}
      case COMPLETED, FAILED, UNKNOWN -> throw over(record);
      default ->
          uploads
              .live(id)
              .ifPresentOrElse(
                  upload -> stop(upload, Upload::cancel), () -> uploads.cancelStopped(id));
    }
    return views.view(owner, id);
  }

  /** Until its owner resumes it, whatever happens to this process meanwhile. */
  StatusView pause(Owner owner, String id) throws IOException {
    UploadRecord record = views.require(owner, id);
    if (record.step().isFinal()) {
      throw over(record);
    }
    uploads.keepPaused(id);
    uploads.live(id).ifPresent(upload -> stop(upload, Upload::pause));
    return views.view(owner, id);
  }

  StatusView resume(Owner owner, String id) throws IOException {
    UploadRecord record = views.require(owner, id);
    if (record.step().isFinal()) {
      throw over(record);
    }
    if (uploads.live(id).isEmpty()) {
      awake(id);
    }
    return views.view(owner, id);
  }

  private Upload awake(String id) throws IOException {
    try {
      return uploads.resume(id);
    } catch (UploadException | IllegalArgumentException e) {
      throw ApiException.of(
          HttpStatus.CONFLICT, "cannot_resume", FailureTexts.shown(String.valueOf(e.getMessage())));
    }
  }

  private static void stop(LiveUpload upload, Consumer<Upload> how) {
    how.accept(upload.upload());
    upload.whenCleared().copy().orTimeout(TO_STOP.toMillis(), TimeUnit.MILLISECONDS).join();
  }

  private static ApiException over(UploadRecord record) {
    return ApiException.of(
        HttpStatus.CONFLICT,
        "already_over",
        "This upload is over: " + StatusViews.word(record.step()));
  }
}

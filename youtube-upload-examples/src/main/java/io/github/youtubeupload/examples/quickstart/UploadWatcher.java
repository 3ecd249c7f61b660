package io.github.youtubeupload.examples.quickstart;

import io.github.youtubeupload.Upload;
import io.github.youtubeupload.UploadException;
import io.github.youtubeupload.UploadResult;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Shows an upload until it ends. */
final class UploadWatcher {
  private static final long REDRAW_MILLIS = 100;

  private UploadWatcher() {}

  /**
   * Asks for the progress ten times a second. A {@code ProgressListener} would not do for a bar: it
   * hears nothing while the network takes nothing.
   *
   * @throws UploadException if there is no video
   */
  static UploadResult follow(Upload upload, ProgressDisplay display) {
    CompletableFuture<UploadResult> result = upload.result();
    while (true) {
      display.show(upload.progress());
      try {
        UploadResult made = result.get(REDRAW_MILLIS, TimeUnit.MILLISECONDS);
        display.show(upload.progress());
        return made;
      } catch (TimeoutException e) {
        // not yet
      } catch (InterruptedException e) {
        upload.cancel();
      } catch (ExecutionException e) {
        display.show(upload.progress());
        throw e.getCause() instanceof UploadException known
            ? known
            : new IllegalStateException(e.getCause());
      }
    }
  }
}

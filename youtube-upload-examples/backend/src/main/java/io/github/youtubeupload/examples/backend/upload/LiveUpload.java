package io.github.youtubeupload.examples.backend.upload;

import io.github.youtubeupload.Upload;
import io.github.youtubeupload.UploadProgress;
import java.util.concurrent.CompletableFuture;

/** An upload of this process, from its acceptance until all that its end brings with it is done. */
final class LiveUpload {
  private final Upload upload;
  private final CompletableFuture<Void> cleared = new CompletableFuture<>();
  private volatile UploadProgress shown;

  LiveUpload(Upload upload) {
    this.upload = upload;
    this.shown = upload.progress();
  }

  String id() {
    return upload.id();
  }

  Upload upload() {
    return upload;
  }

  UploadProgress progress() {
    return upload.progress();
  }

  /** The last progress that was not an end: the end is told when it is whole. */
  UploadProgress shown() {
    UploadProgress now = upload.progress();
    return now.state().isTerminal() && upload.result().isDone() ? shown : now;
  }

  void progressed(UploadProgress now) {
    if (!now.state().isTerminal()) {
      shown = now;
    }
  }

  void cleared() {
    cleared.complete(null);
  }

  /** Done when the end may be seen by everybody. */
  CompletableFuture<Void> whenCleared() {
    return cleared;
  }
}

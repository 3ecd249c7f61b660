package io.github.youtubeupload.examples.backend.upload;

import io.github.youtubeupload.UploadException;
import io.github.youtubeupload.UploadProgress;
import java.util.Optional;

/** Hears of all uploads; for metrics, logs and live pages. Must not block. */
public interface UploadObserver {

  /** On the upload's own thread, at most ten times a second. */
  default void progressed(UploadProgress progress) {}

  /** A run is over: with a video if there is no failure. Nobody has been told yet. */
  default void ended(UploadProgress last, Optional<UploadException> failure) {}

  /** An upload that did not run was cancelled, or its outcome found out. */
  default void settled(String uploadId) {}

  /** What is told of an upload has changed, after all that the change brings with it. */
  default void changed(String uploadId) {}
}

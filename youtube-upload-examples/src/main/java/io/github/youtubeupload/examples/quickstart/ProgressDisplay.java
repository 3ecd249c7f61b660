package io.github.youtubeupload.examples.quickstart;

import io.github.youtubeupload.UploadProgress;

/** Shows how an upload is doing. */
interface ProgressDisplay extends AutoCloseable {
  /** Takes the newest progress; to be called a few times a second. */
  void show(UploadProgress progress);

  /** Leaves the cursor at the start of a free line. */
  @Override
  void close();
}

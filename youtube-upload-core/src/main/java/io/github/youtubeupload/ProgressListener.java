package io.github.youtubeupload;

/**
 * Hears how an upload is doing. Called on the upload's thread, at once when the state changes and
 * else at most ten times a second; never again after a terminal state. What it throws is logged and
 * forgotten, but a slow listener slows its upload down.
 */
@FunctionalInterface
public interface ProgressListener {
  /** Ignores everything. */
  ProgressListener NONE = progress -> {};

  /** Takes the newest state. */
  void onProgress(UploadProgress progress);
}

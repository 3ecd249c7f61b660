package io.github.youtubeupload;

/**
 * Hears how an upload is doing, at once when the state changes and else at most ten times a second;
 * never again after the last state. {@code SUSPENDED} is the last unless the client waits for quota
 * ({@link UploadClientBuilder#waitForQuota}): then {@code STARTING} follows one day. Called by one
 * thread at a time: the upload's, a helper's while a source is fetched, the caller's if an earlier
 * run had completed the upload. What it throws is logged and forgotten, but a slow listener slows
 * its upload down.
 */
@FunctionalInterface
public interface ProgressListener {
  /** Ignores everything. */
  ProgressListener NONE = progress -> {};

  /** Takes the newest state. */
  void onProgress(UploadProgress progress);
}

package io.github.youtubeupload;

/** Where an upload is in its life. */
public enum UploadState {
  /** Accepted, waiting for a free place. */
  QUEUED,
  /** Checks, quota, and the opening of the session. */
  STARTING,
  /** The source is being spooled to a temporary file. */
  DOWNLOADING,
  /** Bytes are going out. */
  UPLOADING,
  /** All bytes are sent; YouTube's answer can take minutes. */
  FINALIZING,
  /** The video exists. */
  COMPLETED,
  /** Ended without a video. */
  FAILED,
  /** Ended by the caller. */
  CANCELLED,
  /** Stopped for now; it can go on by {@link UploadClient#resume}, or goes on by itself. */
  SUSPENDED,
  /**
   * The session is gone and nobody knows whether the video exists: {@link UploadClient#reconcile}.
   */
  UNKNOWN;

  /**
   * Whether this run of the upload is over. After {@link #SUSPENDED} another may follow in the same
   * client, if it waits for quota; {@link Upload#result} tells when an upload has ended.
   */
  public boolean isTerminal() {
    return compareTo(COMPLETED) >= 0;
  }
}

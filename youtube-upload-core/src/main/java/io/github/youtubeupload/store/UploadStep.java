package io.github.youtubeupload.store;

/**
 * How far an upload has got, as far as a restarted process must know. Each step is on disk before
 * the deed it names begins.
 */
public enum UploadStep {
  /** Accepted; nothing has been said to Google. */
  ACCEPTED,
  /** The request that opens a session may have been sent. No video can exist. */
  OPENING,
  /** A session is open, and the last byte has not been sent in it. No video can exist. */
  SENDING,
  /** The last byte may have been sent. A video may exist; the session knows. */
  FINALIZING,
  /** The video exists, and its id is in the record. */
  COMPLETED,
  /** Ended for good without a video. */
  FAILED,
  /** Ended by the user before the last byte was sent: no video exists. */
  CANCELLED,
  /** Ended by the user after the last byte was sent: a video may exist; reconcile tells. */
  CANCELLED_LATE,
  /** The session is gone and nobody knows whether the video exists: reconcile. */
  UNKNOWN;

  /** Whether it is over, and yet nobody knows whether it made a video. */
  public boolean isUnsettled() {
    return this == UNKNOWN || this == CANCELLED_LATE;
  }

  /** Whether nothing more happens by itself. */
  public boolean isFinal() {
    return compareTo(COMPLETED) >= 0;
  }
}

package io.github.youtubeupload.testkit;

/** What a request is for. */
public enum Step {
  /** The POST that opens a resumable session, or uploads a video at once (multipart). */
  OPEN,
  /** A PUT to a session that carries, or may carry, bytes of video. */
  SEND,
  /** A PUT to a session that only asks how much is stored. */
  ASK,
  /** A DELETE of a session, or of a video. */
  DELETE,
  /** The OAuth token endpoint. */
  TOKEN,
  /** Reading: {@code videos.list}, {@code channels.list}, {@code playlistItems.list}. */
  LIST,
  /** Anything else: pages, media, {@code videos.update}, unknown paths. */
  OTHER,
  /** In a script: every step but {@link #OTHER}. Never recorded of a request. */
  ANY
}

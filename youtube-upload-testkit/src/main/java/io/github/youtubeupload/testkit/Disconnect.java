package io.github.youtubeupload.testkit;

/** How a connection is cut. */
public enum Disconnect {
  /** Reset: the client's reads and writes fail at once ("Connection reset"). */
  RST,
  /** Closed in order: the client reads the end of the stream where an answer was due. */
  FIN
}

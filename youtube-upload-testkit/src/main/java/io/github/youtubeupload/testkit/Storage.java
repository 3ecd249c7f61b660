package io.github.youtubeupload.testkit;

/** What the server keeps of the bytes it receives. No mode holds a video in memory. */
public enum Storage {
  /** A temporary file for each upload, and its SHA-256; the watch page plays the video. */
  DISK,
  /** The SHA-256 only: for uploads larger than the disk. The watch page has nothing to play. */
  HASH_ONLY,
  /** The size only: for measuring clients without paying for a hash in the server. */
  DISCARD
}

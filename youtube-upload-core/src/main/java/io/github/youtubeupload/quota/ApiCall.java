package io.github.youtubeupload.quota;

/** The calls of the YouTube Data API that this library makes. */
public enum ApiCall {
  /** Opening an upload session. The bytes that follow are not charged. */
  VIDEOS_INSERT,
  /** Reading a video back. */
  VIDEOS_LIST,
  /** Finding a channel's uploads playlist. */
  CHANNELS_LIST,
  /** Reading a channel's uploads. */
  PLAYLIST_ITEMS_LIST
}

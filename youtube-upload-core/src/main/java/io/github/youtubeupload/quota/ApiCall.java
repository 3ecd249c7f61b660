package io.github.youtubeupload.quota;

/**
 * The calls of the YouTube Data API that {@link QuotaPolicy} knows a price of. Each is reserved and
 * settled like an upload, in the bucket that pays for it.
 */
public enum ApiCall {
  /** Opening an upload session. The bytes that follow are not charged. */
  VIDEOS_INSERT,
  /** Reading a video back, or up to 50. */
  VIDEOS_LIST,
  /** Changing what is said about a video. */
  VIDEOS_UPDATE,
  /** Deleting a video. */
  VIDEOS_DELETE,
  /** Finding a channel's uploads playlist. */
  CHANNELS_LIST,
  /** Setting a video's thumbnail. */
  THUMBNAILS_SET,
  /** Adding a caption track to a video. */
  CAPTIONS_INSERT,
  /** Reading which caption tracks a video has. */
  CAPTIONS_LIST,
  /** Making a playlist. */
  PLAYLISTS_INSERT,
  /** Reading a channel's playlists, a page of 50. */
  PLAYLISTS_LIST,
  /** Putting a video into a playlist. */
  PLAYLIST_ITEMS_INSERT,
  /** Reading a playlist, or a channel's uploads, a page of 50. */
  PLAYLIST_ITEMS_LIST
}

package io.github.youtubeupload;

import java.util.Locale;

/** Who can watch a video. */
public enum Privacy {
  /** Everybody, and it can be found. */
  PUBLIC,
  /** Whoever has the link. */
  UNLISTED,
  /** Its owner, and those the owner invites. */
  PRIVATE;

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}

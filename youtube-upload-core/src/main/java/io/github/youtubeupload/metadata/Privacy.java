package io.github.youtubeupload.metadata;

import java.util.Locale;

/** Who can watch a video. */
public enum Privacy {
  /** Everybody, and it can be found. */
  PUBLIC,
  /** Whoever has the link. */
  UNLISTED,
  /** Its owner, and those the owner invites. */
  PRIVATE;

  /** How the API spells it, such as {@code unlisted}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}

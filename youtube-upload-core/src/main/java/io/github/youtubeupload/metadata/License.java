package io.github.youtubeupload.metadata;

/** The licence a video is published under. */
public enum License {
  /** YouTube's standard licence. */
  YOUTUBE("youtube"),
  /** Creative Commons, attribution. */
  CREATIVE_COMMON("creativeCommon");

  private final String wireName;

  License(String wireName) {
    this.wireName = wireName;
  }

  /** How the API spells it, such as {@code creativeCommon}. */
  public String wireName() {
    return wireName;
  }
}

package io.github.youtubeupload.testkit;

/** A daily allowance of a project. */
public enum Bucket {
  /** Calls of {@code videos.insert}, where they have an allowance of their own. */
  UPLOADS,
  /** Everything else; with {@link QuotaRules#plainPool()} uploads too. */
  SHARED
}

package io.github.youtubeupload.testkit;

/** Stands in until the module has its first class. */
public final class Placeholder {
  private Placeholder() {}
}

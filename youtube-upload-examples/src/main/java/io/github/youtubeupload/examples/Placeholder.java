package io.github.youtubeupload.examples;

import java.util.List;

/** Stands in until the module has its first program; it keeps the dependency analysis honest. */
final class Placeholder {
  static final List<Class<?>> needs =
      List.of(
          io.github.youtubeupload.Placeholder.class,
          io.github.youtubeupload.quota.jdbc.Placeholder.class,
          io.github.youtubeupload.testkit.Placeholder.class);

  private Placeholder() {}
}

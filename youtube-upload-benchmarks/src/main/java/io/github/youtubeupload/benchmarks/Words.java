package io.github.youtubeupload.benchmarks;

import java.util.List;
import java.util.regex.Pattern;

/** What processes tell each other: words between single spaces. */
final class Words {
  private static final Pattern SPACE = Pattern.compile(" ");

  private Words() {}

  static List<String> of(String line) {
    return List.of(SPACE.split(line, -1));
  }
}

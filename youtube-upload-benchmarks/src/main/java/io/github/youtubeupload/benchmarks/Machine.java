package io.github.youtubeupload.benchmarks;

/** What the figures depend on. */
final class Machine {
  private Machine() {}

  static String describe(Scale scale) {
    return "%s %s, %d cores, JDK %s (%s); videos of %s GB, medians of %d rounds\n"
        .formatted(
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            Runtime.getRuntime().availableProcessors(),
            Runtime.version().feature(),
            System.getProperty("java.vendor"),
            Table.number(scale.bytes() / 1e9, 2),
            scale.rounds());
  }
}

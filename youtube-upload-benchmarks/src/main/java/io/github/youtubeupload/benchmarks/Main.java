package io.github.youtubeupload.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What can be measured; docs/benchmarks.md explains it. */
final class Main {
  private static final Path CHART = Path.of("docs", "benchmarks.svg");

  private Main() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    try (Folder folder = new Folder(Files.createTempDirectory("youtube-upload-bench"))) {
      System.out.println(run(folder.path(), args));
    }
  }

  private static String run(Path folder, String... args) throws IOException, InterruptedException {
    return switch (args[0]) {
      case "all" -> new Bench(scale(folder, args)).all(CHART);
      case "long" ->
          new Bench(Scale.of(folder, 4, 5)).all(CHART)
              + new BigUpload(folder, Tls.DEFAULT).run(64, "32m");
      case "big" ->
          new BigUpload(folder, Tls.valueOf(word(args, 3, "default").toUpperCase(Locale.ROOT)))
              .run(Double.parseDouble(word(args, 1, "20")), word(args, 2, "64m"));
      default -> new Bench(scale(folder, args)).part(args[0]);
    };
  }

  private static Scale scale(Path folder, String... args) {
    return Scale.of(
        folder, Double.parseDouble(word(args, 1, "1")), Integer.parseInt(word(args, 2, "3")));
  }

  private static String word(String[] args, int index, String otherwise) {
    return args.length > index ? args[index] : otherwise;
  }
}

package io.github.youtubeupload.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What can be measured; docs/benchmarks.md explains it. */
final class Main {
  private Main() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    try (Folder folder = new Folder(Files.createTempDirectory("youtube-upload-bench"))) {
      System.out.println(run(folder.path(), args));
    }
  }

  private static String run(Path folder, String... args) throws IOException, InterruptedException {
    return switch (args[0]) {
      case "all" ->
          Bench.run(
              Scale.of(
                  folder,
                  Double.parseDouble(word(args, 1, "1")),
                  Integer.parseInt(word(args, 2, "3"))),
              Path.of("docs", "benchmarks.svg"));
      case "big" ->
          new BigUpload(folder, Tls.valueOf(word(args, 3, "default").toUpperCase(Locale.ROOT)))
              .run(Double.parseDouble(word(args, 1, "20")), word(args, 2, "64m"));
      default -> "all [GB [rounds]], or big [GB [heap [default|conscrypt]]]";
    };
  }

  private static String word(String[] args, int index, String otherwise) {
    return args.length > index ? args[index] : otherwise;
  }
}

package io.github.youtubeupload.benchmarks;

import static io.github.youtubeupload.benchmarks.Contender.CURL;
import static io.github.youtubeupload.benchmarks.Contender.ENGINE;
import static io.github.youtubeupload.benchmarks.Contender.ENGINE_CONSCRYPT;
import static io.github.youtubeupload.benchmarks.Contender.GOOGLE;
import static io.github.youtubeupload.benchmarks.Contender.GOOGLE_1MB;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Throughput to a server that is far away, in MB/s for each round trip. */
final class Distance {
  static final List<Integer> MILLIS = List.of(10, 40, 100);
  private static final String HEAP = "128m";

  private Distance() {}

  static Map<Contender, List<Double>> run(Scale scale) throws IOException, InterruptedException {
    Path video = Videos.random(scale.folder(), Math.max(1, scale.bytes() / 4));
    Map<Contender, List<Double>> medians = new EnumMap<>(Contender.class);
    Path warmUp = Videos.random(scale.folder(), Math.max(1, scale.bytes() / 8));
    try (Server server = Server.start(scale.folder())) {
      int port = server.target().root().getPort();
      for (int millis : MILLIS) {
        try (DelayLine line = DelayLine.to(port, Duration.ofMillis(millis))) {
          measure(server.target().through(line.port()), video, warmUp, scale.rounds(), medians);
        }
      }
    }
    return medians;
  }

  private static void measure(
      Target target, Path video, Path warmUp, int rounds, Map<Contender, List<Double>> medians)
      throws IOException, InterruptedException {
    Map<Contender, List<Figures>> runs = new EnumMap<>(Contender.class);
    for (int round = 0; round < rounds; round++) {
      for (Contender contender : List.of(ENGINE, ENGINE_CONSCRYPT, GOOGLE, GOOGLE_1MB, CURL)) {
        if (Contender.present().contains(contender)) {
          runs.computeIfAbsent(contender, c -> new ArrayList<>())
              .add(contender.run(target, HEAP, video, warmUp));
        }
      }
    }
    runs.forEach(
        (contender, figures) ->
            medians
                .computeIfAbsent(contender, c -> new ArrayList<>())
                .add(Figures.median(figures).megabytesPerSecond()));
  }

  static String table(Map<Contender, List<Double>> medians) {
    Table table = new Table("MB/s at a round trip of", "10 ms", "40 ms", "100 ms");
    medians.forEach(
        (contender, speeds) -> {
          List<String> cells = new ArrayList<>(List.of(contender.toString()));
          speeds.forEach(speed -> cells.add(Table.number(speed, 0)));
          table.row(cells);
        });
    return table.toString();
  }
}

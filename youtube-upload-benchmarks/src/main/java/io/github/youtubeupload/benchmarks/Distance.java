package io.github.youtubeupload.benchmarks;

import static io.github.youtubeupload.benchmarks.Contender.CURL;
import static io.github.youtubeupload.benchmarks.Contender.ENGINE;
import static io.github.youtubeupload.benchmarks.Contender.ENGINE_CONSCRYPT;
import static io.github.youtubeupload.benchmarks.Contender.GOOGLE;
import static io.github.youtubeupload.benchmarks.Contender.GOOGLE_1MB;
import static io.github.youtubeupload.benchmarks.Contender.PYTHON;
import static io.github.youtubeupload.benchmarks.Contender.SOCKET;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Throughput to a server that is far away. The speed of those who stop after every megabyte does
 * not depend on the size of the video, so they upload a small one.
 */
final class Distance {
  private static final List<Integer> MILLIS = List.of(10, 40, 100);

  private Distance() {}

  /** By the round trip in milliseconds. */
  static Map<Integer, Runs> run(Scale scale) throws IOException, InterruptedException {
    Path video = Videos.random(scale.folder(), scale.bytes());
    Path small = Videos.random(scale.folder(), Math.max(1, scale.bytes() / 20));
    Map<Integer, Runs> all = new TreeMap<>();
    try (Server server = Server.start(scale.folder())) {
      int port = server.target().root().getPort();
      for (int millis : MILLIS) {
        Runs runs = new Runs();
        all.put(millis, runs);
        try (DelayLine line = DelayLine.to(port, Duration.ofMillis(millis))) {
          Target far = server.target().through(line.port());
          for (int round = 0; round < scale.rounds(); round++) {
            runs.round(
                Contender.present(ENGINE, ENGINE_CONSCRYPT, SOCKET, GOOGLE, CURL),
                far,
                video,
                scale.warmUp(video));
            runs.round(Contender.present(GOOGLE_1MB, PYTHON), far, small, List.of(small));
          }
        }
      }
    }
    return all;
  }

  static String table(Map<Integer, Runs> all) {
    List<String> head = new ArrayList<>(List.of("MB/s at a round trip of"));
    all.keySet().forEach(millis -> head.add(millis + " ms"));
    Table table = new Table(head.toArray(String[]::new));
    for (Contender contender : all.values().iterator().next().contenders()) {
      List<String> cells = new ArrayList<>(List.of(contender.toString()));
      all.values()
          .forEach(runs -> cells.add(Table.number(runs.median(contender).megabytesPerSecond(), 0)));
      table.row(cells);
    }
    return table.toString();
  }
}

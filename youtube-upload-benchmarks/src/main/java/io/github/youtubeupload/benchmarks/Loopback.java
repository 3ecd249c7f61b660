package io.github.youtubeupload.benchmarks;

import static io.github.youtubeupload.benchmarks.Table.number;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Throughput, CPU and memory of one upload with nothing in the way; a warm client. */
final class Loopback {
  private static final String HEAP = "128m";

  private Loopback() {}

  static Map<Contender, Figures> run(Scale scale) throws IOException, InterruptedException {
    Path video = Videos.random(scale.folder(), scale.bytes());
    Path warmUp = Videos.random(scale.folder(), Math.max(1, scale.bytes() / 4));
    Map<Contender, List<Figures>> runs = new EnumMap<>(Contender.class);
    try (Server server = Server.start(scale.folder())) {
      for (int round = 0; round < scale.rounds(); round++) {
        for (Contender contender : Contender.present()) {
          runs.computeIfAbsent(contender, c -> new ArrayList<>())
              .add(contender.run(server.target(), HEAP, video, warmUp));
        }
      }
    }
    Map<Contender, Figures> medians = new EnumMap<>(Contender.class);
    runs.forEach((contender, figures) -> medians.put(contender, Figures.median(figures)));
    return medians;
  }

  static String table(Map<Contender, Figures> medians) {
    Table table =
        new Table("client", "MB/s", "CPU s/GB", "peak heap MB", "peak RSS MB", "allocated MB/GB");
    medians.forEach(
        (contender, figures) ->
            table.row(
                List.of(
                    contender.toString(),
                    number(figures.megabytesPerSecond(), 0),
                    number(figures.cpuSecondsPerGb(), 2),
                    contender.inJvm(number(figures.peakHeap() / 1e6, 0)),
                    number(figures.peakRss() / 1e6, 0),
                    contender.inJvm(number(figures.allocatedPerGb() / 1e6, 1)))));
    return table.toString();
  }
}

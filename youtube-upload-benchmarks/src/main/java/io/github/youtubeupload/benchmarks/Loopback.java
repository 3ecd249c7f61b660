package io.github.youtubeupload.benchmarks;

import static io.github.youtubeupload.benchmarks.Contender.CURL;
import static io.github.youtubeupload.benchmarks.Contender.ENGINE;
import static io.github.youtubeupload.benchmarks.Contender.ENGINE_CONSCRYPT;
import static io.github.youtubeupload.benchmarks.Contender.GOOGLE;
import static io.github.youtubeupload.benchmarks.Contender.GOOGLE_1MB;
import static io.github.youtubeupload.benchmarks.Contender.GOOGLE_DIRECT;
import static io.github.youtubeupload.benchmarks.Contender.PYTHON;
import static io.github.youtubeupload.benchmarks.Contender.SOCKET;
import static io.github.youtubeupload.benchmarks.Contender.SOCKET_CONSCRYPT;
import static io.github.youtubeupload.benchmarks.Table.number;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Throughput, CPU and memory of one upload with nothing in the way. Every client has uploaded the
 * video some times before: that long the JVM needs until it has compiled its TLS.
 */
final class Loopback {
  private Loopback() {}

  static Runs run(Scale scale) throws IOException, InterruptedException {
    Path video = Videos.random(scale.folder(), scale.bytes());
    List<Contender> contenders =
        Contender.present(
            ENGINE,
            SOCKET,
            ENGINE_CONSCRYPT,
            SOCKET_CONSCRYPT,
            GOOGLE,
            GOOGLE_1MB,
            GOOGLE_DIRECT,
            CURL,
            PYTHON);
    Runs runs = new Runs();
    try (Server server = Server.start(scale.folder())) {
      for (int round = 0; round < scale.rounds(); round++) {
        runs.round(contenders, server.target(), video, scale.warmUp(video));
      }
    }
    return runs;
  }

  static String table(Runs runs) {
    Table table =
        new Table("client", "MB/s", "CPU s/GB", "peak heap MB", "peak RSS MB", "allocated MB/GB");
    for (Contender contender : runs.contenders()) {
      Figures median = runs.median(contender);
      table.row(
          List.of(
              contender.toString(),
              number(median.megabytesPerSecond(), 0),
              number(median.cpuSecondsPerGb(), 2),
              contender.inJvm(number(median.peakHeap() / 1e6, 0)),
              number(median.peakRss() / 1e6, 0),
              contender.inJvm(number(median.allocatedPerGb() / 1e6, 1))));
    }
    return table.toString();
  }
}

package io.github.youtubeupload.benchmarks;

import static io.github.youtubeupload.benchmarks.Table.number;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Who allocates what. The engine alone is measured by uploads without TLS, and TLS alone without an
 * upload.
 *
 * @param engine the engine, MB for each GB
 * @param jvm the least that the JVM's TLS takes
 * @param conscrypt the least that Conscrypt takes
 */
record Allocation(double engine, double jvm, double conscrypt) {
  private static final double MB = 1e6;

  static Allocation run(Scale scale) throws IOException, InterruptedException {
    Path video = Videos.random(scale.folder(), scale.bytes());
    Runs runs = new Runs();
    try (Server plain = Server.startWithoutTls(scale.folder());
        Server server = Server.start(scale.folder())) {
      for (int round = 0; round < scale.rounds(); round++) {
        runs.round(List.of(Contender.ENGINE), plain.target(), video, scale.warmUp(video));
      }
      return new Allocation(
          runs.median(Contender.ENGINE).allocatedPerGb() / MB,
          Records.allocatedPerGb(Tls.DEFAULT, server.target(), scale.bytes()) / MB,
          Records.allocatedPerGb(Tls.CONSCRYPT, server.target(), scale.bytes()) / MB);
    }
  }

  String table() {
    return new Table("alone", "allocated MB/GB")
        .row(List.of("youtube-upload, without TLS", number(engine, 2)))
        .row(List.of("records of the JVM's SSLEngine", number(jvm, 2)))
        .row(List.of("records of Conscrypt's SSLEngine", number(conscrypt, 2)))
        .toString();
  }
}

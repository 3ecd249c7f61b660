package io.github.youtubeupload.benchmarks;

import static io.github.youtubeupload.benchmarks.Table.number;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** From a URL to the server at once, and by way of a file, over two lines of the same speed. */
final class Relay {
  private static final String HEAP = "64m";
  private static final long BYTES_PER_SECOND = 100_000_000;
  private static final Duration ROUND_TRIP = Duration.ofMillis(10);

  private Relay() {}

  private record Times(double relay, double download, double upload) {}

  static String table(Scale scale) throws IOException, InterruptedException {
    Path video = Videos.random(scale.folder(), scale.bytes());
    Path warmUp = Videos.random(scale.folder(), Math.max(1, scale.bytes() / 10));
    List<Times> all = new ArrayList<>();
    try (Server server = Server.start(scale.folder());
        DelayLine up = line(server.target().root().getPort());
        Origin origin = Origin.of(video);
        Origin small = Origin.of(warmUp);
        DelayLine down = line(origin.port())) {
      List<String> args = new ArrayList<>(server.target().through(up.port()).words());
      args.add("http://127.0.0.1:" + down.port() + "/video.mp4");
      args.add("http://127.0.0.1:" + small.port() + "/warm-up.mp4");
      Path file = scale.folder().resolve("downloaded.mp4");
      args.add(file.toString());
      for (int round = 0; round < scale.rounds(); round++) {
        List<String> words = Words.of(Jvm.lastLine(Jvm.start(RelayMain.class, HEAP, args)));
        all.add(
            new Times(
                Double.parseDouble(words.get(0)),
                Double.parseDouble(words.get(1)),
                Double.parseDouble(words.get(2))));
      }
      Files.deleteIfExists(file);
    }
    double leg = median(all, times -> Math.max(times.download(), times.upload()));
    Table table = new Table("both lines 100 MB/s, -Xmx" + HEAP, "seconds", "of the slower leg");
    row(table, "relay", median(all, Times::relay), leg);
    row(table, "download", median(all, Times::download), leg);
    row(table, "upload of the file", median(all, Times::upload), leg);
    row(table, "download, then upload", median(all, t -> t.download() + t.upload()), leg);
    return table.toString();
  }

  private static DelayLine line(int port) throws IOException {
    return DelayLine.to(port, ROUND_TRIP, BYTES_PER_SECOND);
  }

  private static double median(List<Times> all, ToDoubleFunction<Times> seconds) {
    return Median.of(all.stream().mapToDouble(seconds));
  }

  private static void row(Table table, String what, double seconds, double leg) {
    table.row(List.of(what, number(seconds, 2), number(seconds / leg, 3)));
  }
}

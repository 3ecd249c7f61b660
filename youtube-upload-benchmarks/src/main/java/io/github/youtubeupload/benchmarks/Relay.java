package io.github.youtubeupload.benchmarks;

import static io.github.youtubeupload.benchmarks.Table.number;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** From a URL to the server at once, and by way of a file, over two lines of the same speed. */
final class Relay {
  private static final String HEAP = "64m";
  private static final long BYTES_PER_SECOND = 100_000_000;
  private static final Duration ROUND_TRIP = Duration.ofMillis(10);

  private Relay() {}

  private record Leg(double seconds, double peakHeap, double written) {
    static Leg parse(List<String> words) {
      return new Leg(
          Double.parseDouble(words.get(0)),
          Double.parseDouble(words.get(1)),
          Double.parseDouble(words.get(2)));
    }

    Leg then(Leg next) {
      return new Leg(
          seconds + next.seconds, Math.max(peakHeap, next.peakHeap), written + next.written);
    }
  }

  private record Legs(Leg relay, Leg download, Leg upload) {}

  static String table(Scale scale) throws IOException, InterruptedException {
    Path video = Videos.random(scale.folder(), scale.bytes());
    Path warmUp = Videos.random(scale.folder(), Math.max(1, scale.bytes() / 10));
    List<Legs> all = new ArrayList<>();
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
            new Legs(
                Leg.parse(words.subList(0, 3)),
                Leg.parse(words.subList(3, 6)),
                Leg.parse(words.subList(6, 9))));
      }
      Files.deleteIfExists(file);
    }
    double slower =
        median(all, legs -> Math.max(legs.download().seconds(), legs.upload().seconds()));
    Table table =
        new Table(
            "both lines 100 MB/s, -Xmx" + HEAP,
            "seconds",
            "of the slower leg",
            "peak heap MB",
            "written to disk MB");
    row(table, "relay", all, Legs::relay, slower);
    row(table, "download", all, Legs::download, slower);
    row(table, "upload of the file", all, Legs::upload, slower);
    row(table, "download, then upload", all, l -> l.download().then(l.upload()), slower);
    return table.toString();
  }

  private static DelayLine line(int port) throws IOException {
    return DelayLine.to(port, ROUND_TRIP, BYTES_PER_SECOND);
  }

  private static double median(List<Legs> all, ToDoubleFunction<Legs> figure) {
    return Median.of(all.stream().mapToDouble(figure));
  }

  private static void row(
      Table table, String what, List<Legs> all, Function<Legs, Leg> leg, double slower) {
    double seconds = median(all, legs -> leg.apply(legs).seconds());
    table.row(
        List.of(
            what,
            number(seconds, 2),
            number(seconds / slower, 3),
            number(median(all, legs -> leg.apply(legs).peakHeap()) / 1e6, 0),
            number(median(all, legs -> leg.apply(legs).written()) / 1e6, 0)));
  }
}

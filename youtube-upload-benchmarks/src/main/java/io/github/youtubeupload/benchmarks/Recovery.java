package io.github.youtubeupload.benchmarks;

import static io.github.youtubeupload.benchmarks.Table.number;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a connection costs that breaks at 90 % of a video, near and far. */
final class Recovery {
  private static final String HEAP = "128m";
  private static final Duration ROUND_TRIP = Duration.ofMillis(40);

  private Recovery() {}

  static String table(Scale scale) throws IOException, InterruptedException {
    Table table =
        new Table("cut at 90 %", "bytes sent again", "seconds more", "seconds more at 40 ms");
    for (Contender contender :
        List.of(Contender.ENGINE, Contender.GOOGLE, Contender.GOOGLE_BACKOFF)) {
      List<String> cells = new ArrayList<>(List.of(contender.toString()));
      cells.addAll(cost(scale, contender));
      table.row(cells);
    }
    return table.toString();
  }

  private static List<String> cost(Scale scale, Contender contender)
      throws IOException, InterruptedException {
    try (Server server = Server.start(scale.folder());
        DelayLine line = DelayLine.to(server.target().root().getPort(), ROUND_TRIP)) {
      Loss near = Loss.measure(scale, contender, server, server.target());
      Loss far = Loss.measure(scale, contender, server, server.target().through(line.port()));
      return List.of(
          String.valueOf(near.bytes()), number(near.seconds(), 1), number(far.seconds(), 1));
    } catch (IOException e) {
      return List.of("all: the upload fails", "–", "–");
    }
  }

  /** By how much one upload is more than the one before it. */
  private record Loss(long bytes, double seconds) {
    private static final int GOOGLE_CHUNK = 10 << 20;

    static Loss measure(Scale scale, Contender contender, Server server, Target target)
        throws IOException, InterruptedException {
      Path video = Videos.random(scale.folder(), scale.bytes());
      double plain = contender.run(target, HEAP, video, List.of()).seconds();
      long before = server.received();
      long where = scale.bytes() / 10 * 9;
      long put = contender == Contender.ENGINE ? Long.MAX_VALUE : GOOGLE_CHUNK;
      server.cut((int) (where / put) + 1, where % put);
      double cut = contender.run(target, HEAP, video, List.of()).seconds();
      return new Loss(server.received() - before - scale.bytes(), cut - plain);
    }
  }
}

package io.github.youtubeupload.benchmarks;

import static io.github.youtubeupload.benchmarks.Table.number;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What a connection costs that breaks at 90 % of a video. */
final class Recovery {
  private static final String HEAP = "128m";

  private Recovery() {}

  static String table(Scale scale) throws IOException, InterruptedException {
    Path video = Videos.random(scale.folder(), scale.bytes());
    Table table = new Table("cut at 90 %", "bytes sent again", "seconds more");
    row(table, scale, video, Contender.ENGINE, Long.MAX_VALUE);
    row(table, scale, video, Contender.GOOGLE, 10 << 20);
    row(table, scale, video, Contender.GOOGLE_1MB, 1 << 20);
    return table.toString();
  }

  private static void row(
      Table table, Scale scale, Path video, Contender contender, long chunkBytes)
      throws IOException, InterruptedException {
    try (Server server = Server.start(scale.folder())) {
      double plain = contender.run(server.target(), HEAP, video).seconds();
      long before = server.received();
      long where = scale.bytes() / 10 * 9;
      server.cut((int) (where / chunkBytes) + 1, where % chunkBytes);
      List<String> cost;
      try {
        double seconds = contender.run(server.target(), HEAP, video).seconds() - plain;
        long again = server.received() - before - scale.bytes();
        cost = List.of(String.valueOf(again), number(seconds, 1));
      } catch (IOException e) {
        cost = List.of("all: the upload fails", "–");
      }
      table.row(List.of(contender.toString(), cost.get(0), cost.get(1)));
    }
  }
}

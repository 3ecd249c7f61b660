package io.github.youtubeupload.benchmarks;

import static io.github.youtubeupload.benchmarks.Table.number;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Many uploads at once from one process under one small heap. */
final class Crowd {
  private static final String HEAP = "128m";
  private static final int VIDEOS_IN_ALL = 50;

  private Crowd() {}

  static String table(Scale scale, int... counts) throws IOException, InterruptedException {
    Path video = Videos.random(scale.folder(), Math.max(1, scale.bytes() / VIDEOS_IN_ALL));
    Table table =
        new Table("client, -Xmx" + HEAP, "uploads at once", "MB/s", "peak heap MB", "peak RSS MB");
    try (Server server = Server.start(scale.folder())) {
      for (Contender contender :
          List.of(Contender.ENGINE, Contender.ENGINE_CONSCRYPT, Contender.GOOGLE)) {
        for (int count : counts) {
          List<String> cells = new ArrayList<>(List.of(contender.toString(), "" + count));
          cells.addAll(figures(contender, server.target(), video, count));
          table.row(cells);
        }
      }
    }
    return table.toString();
  }

  private static List<String> figures(Contender contender, Target target, Path video, int count)
      throws InterruptedException {
    try {
      Figures figures = Jvm.client(contender, target, HEAP, video, count, List.of());
      return List.of(
          number(figures.megabytesPerSecond(), 0),
          number(figures.peakHeap() / 1e6, 0),
          number(figures.peakRss() / 1e6, 0));
    } catch (IOException e) {
      String why = String.valueOf(e.getMessage());
      return List.of(why.contains("OutOfMemoryError") ? "OutOfMemoryError" : "failed", "–", "–");
    }
  }
}

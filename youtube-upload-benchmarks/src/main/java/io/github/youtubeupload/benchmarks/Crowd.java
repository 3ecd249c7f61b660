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
      warmUp(scale, server, video);
      for (Contender contender :
          List.of(Contender.ENGINE, Contender.ENGINE_CONSCRYPT, Contender.GOOGLE)) {
        for (int count : counts) {
          List<String> cells = new ArrayList<>(List.of(contender.toString(), "" + count));
          cells.addAll(figures(scale.rounds(), contender, server.target(), video, count));
          table.row(cells);
        }
      }
    }
    return table.toString();
  }

  /** Clients are cold, but the server shall not be colder for the first of them. */
  private static void warmUp(Scale scale, Server server, Path video)
      throws IOException, InterruptedException {
    for (int i = 0; i < scale.warmUps(); i++) {
      Jvm.client(Contender.SOCKET, server.target(), HEAP, video, VIDEOS_IN_ALL, List.of());
    }
  }

  private static List<String> figures(
      int rounds, Contender contender, Target target, Path video, int count)
      throws InterruptedException {
    try {
      List<Figures> runs = new ArrayList<>();
      for (int round = 0; round < rounds; round++) {
        runs.add(Jvm.client(contender, target, HEAP, video, count, List.of()));
      }
      Figures figures = Figures.median(runs);
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

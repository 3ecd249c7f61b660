package io.github.youtubeupload.benchmarks;

import static io.github.youtubeupload.benchmarks.Table.number;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What a connection costs that breaks at 90 % of a video, near and far. */
final class Recovery {
  private static final String HEAP = "128m";
  private static final List<Integer> MILLIS = List.of(10, 40, 100);
  private static final long LARGEST = 100_000_000;
  private static final int CUTS_PER_ROUND = 5;

  private Recovery() {}

  static String table(Scale scale) throws IOException, InterruptedException {
    List<String> head = new ArrayList<>(List.of("cut at 90 %", "bytes sent again"));
    head.add("seconds without a byte");
    MILLIS.forEach(millis -> head.add("at " + millis + " ms"));
    Table table = new Table(head.toArray(String[]::new));
    for (Contender contender :
        List.of(Contender.ENGINE, Contender.GOOGLE, Contender.GOOGLE_BACKOFF)) {
      table.row(row(scale, contender));
    }
    return table.toString();
  }

  private static List<String> row(Scale scale, Contender contender)
      throws IOException, InterruptedException {
    List<String> cells = new ArrayList<>(List.of(contender.toString()));
    try (Server server = Server.start(scale.folder())) {
      List<Loss> near = losses(scale, contender, server, server.target());
      cells.add(String.valueOf(near.stream().mapToLong(Loss::bytes).max().orElseThrow()));
      cells.add(seconds(near));
      int port = server.target().root().getPort();
      for (int millis : MILLIS) {
        try (DelayLine line = DelayLine.to(port, Duration.ofMillis(millis))) {
          Target far = server.target().through(line.port());
          cells.add(seconds(losses(scale, contender, server, far)));
        }
      }
      return cells;
    } catch (IOException e) {
      return List.of(contender.toString(), "all: the upload fails", "–", "–", "–", "–");
    }
  }

  private static String seconds(List<Loss> losses) {
    return number(Median.of(losses.stream().mapToDouble(Loss::seconds)), 2);
  }

  /** The pause before a retry is random, so it takes some cuts to know it. */
  private static List<Loss> losses(Scale scale, Contender contender, Server server, Target target)
      throws IOException, InterruptedException {
    List<Loss> losses = new ArrayList<>();
    for (int cut = 0; cut < scale.rounds() * CUTS_PER_ROUND; cut++) {
      losses.add(Loss.measure(scale, contender, server, target));
    }
    return losses;
  }

  /**
   * What one cut costs.
   *
   * @param bytes received twice
   * @param seconds from the last byte before the cut to the first after it, at the server
   */
  private record Loss(long bytes, double seconds) {
    private static final int GOOGLE_CHUNK = 10 << 20;

    static Loss measure(Scale scale, Contender contender, Server server, Target target)
        throws IOException, InterruptedException {
      long size = Math.min(scale.bytes(), LARGEST);
      Path video = Videos.random(scale.folder(), size);
      long before = server.received();
      long where = size / 10 * 9;
      long put = contender == Contender.ENGINE ? Long.MAX_VALUE : GOOGLE_CHUNK;
      server.cut((int) (where / put) + 1, where % put);
      CompletableFuture<Void> upload =
          CompletableFuture.runAsync(() -> upload(contender, server, target, video));
      server.await(before + where);
      long cut = System.nanoTime();
      server.await(before + where + 1);
      double seconds = (System.nanoTime() - cut) / 1e9;
      upload.join();
      return new Loss(server.received() - before - size, seconds);
    }

    /** Who waits for the bytes of a failed upload hears of it by the server's end. */
    private static void upload(Contender contender, Server server, Target target, Path video) {
      try {
        contender.run(target, HEAP, video, List.of());
      } catch (IOException | InterruptedException e) {
        server.kill();
      }
    }
  }
}

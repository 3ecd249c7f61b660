package io.github.youtubeupload.benchmarks;

import static io.github.youtubeupload.benchmarks.Table.number;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** From the start of a cold process until the first byte of video has arrived at the server. */
final class Startup {
  private static final String HEAP = "128m";

  private Startup() {}

  private record Start(double seconds, long classes) {}

  static String table(Scale scale) throws IOException, InterruptedException {
    Path video = Videos.random(scale.folder(), 1_000_000);
    Map<Contender, List<Start>> starts = new EnumMap<>(Contender.class);
    try (Server server = Server.start(scale.folder())) {
      for (int round = 0; round < scale.rounds(); round++) {
        for (Contender contender : Contender.present(Contender.values())) {
          starts
              .computeIfAbsent(contender, c -> new ArrayList<>())
              .add(measure(contender, server, video));
        }
      }
    }
    Table table = new Table("cold start", "seconds to the first byte", "classes");
    starts.forEach(
        (contender, all) ->
            table.row(
                List.of(
                    contender.toString(),
                    number(Median.of(all.stream().mapToDouble(Start::seconds)), 2),
                    contender.inJvm(
                        number(Median.of(all.stream().mapToDouble(Start::classes)), 0)))));
    return table.toString();
  }

  private static Start measure(Contender contender, Server server, Path video) throws IOException {
    long before = server.received();
    long start = System.nanoTime();
    CompletableFuture<Figures> run =
        CompletableFuture.supplyAsync(() -> run(contender, server, video));
    server.await(before + 1);
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Start(seconds, run.join().classes());
  }

  private static Figures run(Contender contender, Server server, Path video) {
    try {
      return contender.run(server.target(), HEAP, video, List.of());
    } catch (IOException | InterruptedException e) {
      throw new CompletionException(e);
    }
  }
}

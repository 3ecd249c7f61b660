package io.github.youtubeupload.benchmarks;

import static io.github.youtubeupload.benchmarks.Table.number;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How long an upload takes to end once it is cancelled, while it waits in a write. */
final class Cancel {
  private static final String HEAP = "128m";

  private Cancel() {}

  static String table(Scale scale) throws IOException, InterruptedException {
    Path video = Videos.random(scale.folder(), Math.max(1, scale.bytes()));
    Table table = new Table("cancel in a blocked write, ms", "p50", "p99", "max");
    try (Server server = Server.start(scale.folder())) {
      server.stall();
      for (Tls tls : Tls.values()) {
        List<String> args = new ArrayList<>(server.target().words());
        args.addAll(List.of(tls.name(), video.toString(), String.valueOf(scale.cancels())));
        String line = Jvm.lastLine(Jvm.start(CancelMain.class, HEAP, args));
        double[] millis =
            Arrays.stream(line.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
        table.row(
            List.of(
                (tls == Tls.DEFAULT ? Contender.ENGINE : Contender.ENGINE_CONSCRYPT).toString(),
                number(Median.percentile(millis, 50), 1),
                number(Median.percentile(millis, 99), 1),
                number(Median.percentile(millis, 100), 1)));
      }
    }
    return table.toString();
  }
}

package io.github.youtubeupload.benchmarks;

import static io.github.youtubeupload.benchmarks.Contender.CURL;
import static io.github.youtubeupload.benchmarks.Contender.ENGINE;
import static io.github.youtubeupload.benchmarks.Contender.ENGINE_CONSCRYPT;
import static io.github.youtubeupload.benchmarks.Contender.GOOGLE;
import static io.github.youtubeupload.benchmarks.Contender.SOCKET;
import static io.github.youtubeupload.benchmarks.Contender.SOCKET_CONSCRYPT;
import static io.github.youtubeupload.benchmarks.Table.number;

import java.util.List;
import java.util.Map;

/**
 * What the engine aims at, as ratios of figures of the same round, which do not depend on the
 * machine as much as the figures themselves.
 */
final class Goals {
  private Goals() {}

  static String table(Runs loopback, Map<Integer, Runs> distance, Allocation allocation) {
    Table table = new Table("youtube-upload over", "goal", "found");
    speed(table, "bare SSLSocket loop, MB/s", "at least 0.95", loopback, ENGINE, SOCKET);
    cpu(table, "bare SSLSocket loop, CPU s/GB", loopback, ENGINE, SOCKET);
    speed(
        table,
        "bare SSLSocket loop, MB/s, both Conscrypt",
        "at least 0.95",
        loopback,
        ENGINE_CONSCRYPT,
        SOCKET_CONSCRYPT);
    cpu(
        table,
        "bare SSLSocket loop, CPU s/GB, both Conscrypt",
        loopback,
        ENGINE_CONSCRYPT,
        SOCKET_CONSCRYPT);
    speed(table, "MediaHttpUploader's default, MB/s", "at least 2", loopback, ENGINE, GOOGLE);
    Runs far = distance.get(40);
    if (far != null) {
      speed(table, "MediaHttpUploader's default, MB/s at 40 ms", "at least 4", far, ENGINE, GOOGLE);
    }
    if (loopback.contenders().contains(CURL)) {
      cpu(table, "curl, CPU s/GB, ours with Conscrypt", loopback, ENGINE_CONSCRYPT, CURL);
    }
    table.row(
        List.of("itself without TLS, allocated MB/GB", "under 2", number(allocation.engine(), 2)));
    return table.toString();
  }

  private static void speed(
      Table table, String what, String goal, Runs runs, Contender one, Contender other) {
    double ratio = runs.ratio(one, other, Figures::megabytesPerSecond);
    table.row(List.of(what, goal, number(ratio, 2)));
  }

  private static void cpu(Table table, String what, Runs runs, Contender one, Contender other) {
    double ratio = runs.ratio(one, other, Figures::cpuSecondsPerGb);
    table.row(List.of(what, "at most 1.1", number(ratio, 2)));
  }
}

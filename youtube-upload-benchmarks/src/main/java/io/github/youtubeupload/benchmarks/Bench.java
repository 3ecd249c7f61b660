package io.github.youtubeupload.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** Everything, one after the other, or one part of it: tables in Markdown, and a chart of all. */
final class Bench {
  private static final List<String> PARTS =
      List.of("crowd", "recovery", "relay", "cancel", "start", "quota");

  private final Scale scale;
  private final StringBuilder report;

  Bench(Scale scale) {
    this.scale = scale;
    this.report = new StringBuilder(Machine.describe(scale));
  }

  String all(Path chart) throws IOException, InterruptedException {
    Runs loopback = Loopback.run(scale);
    add("loopback", Loopback.table(loopback));
    Map<Integer, Runs> distance = Distance.run(scale);
    add("distance", Distance.table(distance));
    Allocation allocation = Allocation.run(scale);
    add("allocation", allocation.table());
    add("goals", Goals.table(loopback, distance, allocation));
    Files.writeString(chart, chart(loopback, distance.getOrDefault(40, new Runs())));
    for (String part : PARTS) {
      add(part, table(part));
    }
    return report.toString();
  }

  /**
   * Measures one part.
   *
   * @throws IllegalArgumentException if there is no such part
   */
  String part(String name) throws IOException, InterruptedException {
    add(name, table(name));
    return report.toString();
  }

  private String table(String part) throws IOException, InterruptedException {
    return switch (part) {
      case "loopback" -> Loopback.table(Loopback.run(scale));
      case "distance" -> Distance.table(Distance.run(scale));
      case "allocation" -> Allocation.run(scale).table();
      case "crowd" -> Crowd.table(scale, 1, 16, 200);
      case "recovery" -> Recovery.table(scale);
      case "relay" -> Relay.table(scale);
      case "cancel" -> Cancel.table(scale);
      case "start" -> Startup.table(scale);
      case "quota" -> Quota.table(scale);
      case "growth" -> Growth.table(scale);
      default ->
          throw new IllegalArgumentException(
              "No part "
                  + part
                  + "; there are all, loopback, distance, allocation, big, growth, "
                  + PARTS);
    };
  }

  /** Shows a part as soon as it is there: all of it takes many minutes. */
  private void add(String part, String table) {
    System.err.println(table);
    report.append("\n### ").append(part).append("\n\n").append(table);
  }

  private static String chart(Runs loopback, Runs far) {
    return new Chart()
        .bars("CPU seconds per GB (less is better)", by(loopback, Figures::cpuSecondsPerGb), 2)
        .bars("MB/s on loopback", by(loopback, Figures::megabytesPerSecond), 0)
        .bars("MB/s at a round trip of 40 ms", by(far, Figures::megabytesPerSecond), 0)
        .toString();
  }

  private static Map<String, Double> by(Runs runs, ToDoubleFunction<Figures> figure) {
    Set<Contender> contenders = runs.contenders();
    Map<String, Double> bars = new LinkedHashMap<>();
    contenders.forEach(one -> bars.put(one.toString(), figure.applyAsDouble(runs.median(one))));
    return bars;
  }
}

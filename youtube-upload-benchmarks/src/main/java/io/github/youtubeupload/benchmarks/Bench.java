package io.github.youtubeupload.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Everything, one after the other: a report in Markdown and a chart. */
final class Bench {
  private Bench() {}

  static String run(Scale scale, Path chart) throws IOException, InterruptedException {
    StringBuilder report = new StringBuilder(Machine.describe(scale));
    Map<Contender, Figures> loopback = Loopback.run(scale);
    add(report, "Loopback", Loopback.table(loopback));
    Map<Contender, List<Double>> distance = Distance.run(scale);
    add(report, "Distance", Distance.table(distance));
    add(report, "Many at once", Crowd.table(scale, 1, 16, 200));
    add(report, "Recovery", Recovery.table(scale));
    add(report, "Cancel", Cancel.table(scale));
    add(report, "Start", Startup.table(scale));
    Files.writeString(chart, chart(loopback, distance));
    return report.toString();
  }

  /** Shows a part as soon as it is there: all of it takes minutes. */
  private static void add(StringBuilder report, String title, String table) {
    System.err.println(table);
    report.append("\n### ").append(title).append("\n\n").append(table);
  }

  private static String chart(
      Map<Contender, Figures> loopback, Map<Contender, List<Double>> distance) {
    Map<Contender, Double> far = new EnumMap<>(Contender.class);
    distance.forEach((contender, speeds) -> far.put(contender, speeds.get(1)));
    return new Chart()
        .bars("CPU seconds per GB (less is better)", by(loopback, Figures::cpuSecondsPerGb), 2)
        .bars("MB/s on loopback", by(loopback, Figures::megabytesPerSecond), 0)
        .bars("MB/s at a round trip of 40 ms", by(far, Double::doubleValue), 0)
        .toString();
  }

  private static <T> Map<String, Double> by(Map<Contender, T> values, ToDoubleFunction<T> figure) {
    Map<String, Double> bars = new LinkedHashMap<>();
    values.forEach((contender, v) -> bars.put(contender.toString(), figure.applyAsDouble(v)));
    return bars;
  }
}

package io.github.youtubeupload.benchmarks;

import java.util.List;
import java.util.stream.Stream;

/**
 * What one client process needed.
 *
 * @param bytes uploaded
 * @param seconds from the first request to the last answer
 * @param cpuSeconds of the whole process in that time
 * @param peakHeap bytes; 0 if there is no heap
 * @param peakRss bytes of memory the process ever had
 * @param allocated bytes of heap allocated in that time, garbage included
 * @param classes the JVM has loaded since it began; 0 if there is none
 */
record Figures(
    long bytes,
    double seconds,
    double cpuSeconds,
    long peakHeap,
    long peakRss,
    long allocated,
    long classes) {
  private static final double GB = 1e9;

  static Figures parse(String line) {
    List<String> words = Words.of(line);
    return new Figures(
        Long.parseLong(words.get(0)),
        Double.parseDouble(words.get(1)),
        Double.parseDouble(words.get(2)),
        Long.parseLong(words.get(3)),
        Long.parseLong(words.get(4)),
        Long.parseLong(words.get(5)),
        Long.parseLong(words.get(6)));
  }

  String line() {
    return Stream.of(bytes, seconds, cpuSeconds, peakHeap, peakRss, allocated, classes)
        .map(Object::toString)
        .reduce((a, b) -> a + " " + b)
        .orElseThrow();
  }

  double megabytesPerSecond() {
    return bytes / 1e6 / seconds;
  }

  double cpuSecondsPerGb() {
    return cpuSeconds / (bytes / GB);
  }

  double allocatedPerGb() {
    return allocated / (bytes / GB);
  }

  /** Each figure's own median. */
  static Figures median(List<Figures> runs) {
    return new Figures(
        runs.get(0).bytes,
        Median.of(runs.stream().mapToDouble(Figures::seconds)),
        Median.of(runs.stream().mapToDouble(Figures::cpuSeconds)),
        (long) Median.of(runs.stream().mapToDouble(Figures::peakHeap)),
        (long) Median.of(runs.stream().mapToDouble(Figures::peakRss)),
        (long) Median.of(runs.stream().mapToDouble(Figures::allocated)),
        (long) Median.of(runs.stream().mapToDouble(Figures::classes)));
  }
}

package io.github.youtubeupload.benchmarks;

import java.util.stream.DoubleStream;

final class Median {
  private Median() {}

  static double of(DoubleStream values) {
    return percentile(values.toArray(), 50);
  }

  /** The smallest value that so many per cent do not exceed; the mean of two in the middle. */
  static double percentile(double[] values, int percent) {
    double[] sorted = values.clone();
    java.util.Arrays.sort(sorted);
    if (percent == 50 && sorted.length % 2 == 0) {
      return (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
    }
    return sorted[Math.max(0, (int) Math.ceil(sorted.length * percent / 100.0) - 1)];
  }
}

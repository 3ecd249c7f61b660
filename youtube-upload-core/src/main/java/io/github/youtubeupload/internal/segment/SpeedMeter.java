package io.github.youtubeupload.internal.segment;

/**
 * Smooths a speed over about five seconds. Says 0 for about the first second: the first bytes
 * vanish into the kernel's buffers at the speed of memory and are no measure of the network, so
 * they are left out, and what comes after must last a while to mean something. Not thread-safe.
 */
public final class SpeedMeter {
  private static final double MEMORY_SECONDS = 5;
  private static final double MIN_STEP_SECONDS = 0.05;
  private static final double LEFT_OUT_SECONDS = 0.5;
  private static final double MEANINGFUL_SECONDS = 0.5;

  private long lastNanos;
  private double pending;
  private boolean beginning = true;
  private double seconds;
  private double sum;
  private double weight;

  /** Begins at a time. */
  public SpeedMeter(long nanos) {
    this.lastNanos = nanos;
  }

  /** Takes bytes that moved since the last call, 0 included. */
  public void add(long bytes, long nanos) {
    pending += bytes;
    double step = (nanos - lastNanos) / 1e9;
    if (step < (beginning ? LEFT_OUT_SECONDS : MIN_STEP_SECONDS)) {
      return;
    }
    if (!beginning) {
      double kept = Math.exp(-step / MEMORY_SECONDS);
      sum = sum * kept + pending / step * (1 - kept);
      weight = weight * kept + (1 - kept);
      seconds += step;
    }
    beginning = false;
    pending = 0;
    lastNanos = nanos;
  }

  /** Divided by the weight gathered so far, so that a young average leans on no single step. */
  public double bytesPerSecond() {
    return seconds < MEANINGFUL_SECONDS ? 0 : sum / weight;
  }
}

package io.github.youtubeupload;

/** Smooths a speed over about five seconds. Not thread-safe. */
final class SpeedMeter {
  private static final double MEMORY_SECONDS = 5;
  private static final double MIN_STEP_SECONDS = 0.05;

  private long lastNanos;
  private double pending;
  private double speed;
  private boolean hasSpeed;

  SpeedMeter(long nanos) {
    this.lastNanos = nanos;
  }

  /** Takes bytes that moved since the last call, 0 included. */
  void add(long bytes, long nanos) {
    pending += bytes;
    double seconds = (nanos - lastNanos) / 1e9;
    if (seconds < MIN_STEP_SECONDS) {
      return;
    }
    double now = pending / seconds;
    double weight = hasSpeed ? 1 - Math.exp(-seconds / MEMORY_SECONDS) : 1;
    speed += (now - speed) * weight;
    hasSpeed = true;
    pending = 0;
    lastNanos = nanos;
  }

  double bytesPerSecond() {
    return speed;
  }
}

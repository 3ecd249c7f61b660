package io.github.youtubeupload.testkit.internal.server;

import io.github.youtubeupload.testkit.internal.http.Connection;
import io.github.youtubeupload.testkit.internal.http.ReadGate;
import java.io.IOException;
import java.time.Duration;

/** Lets a body through at a given speed, counted from its first byte. */
final class SpeedLimit implements ReadGate {
  private static final int STEPS_PER_SECOND = 50;

  private final Connection connection;
  private final long bytesPerSecond;
  private long startNanos;

  SpeedLimit(Connection connection, long bytesPerSecond) {
    this.connection = connection;
    this.bytesPerSecond = bytesPerSecond;
  }

  @Override
  public int admit(long alreadyRead, int wanted) throws IOException {
    long now = System.nanoTime();
    if (alreadyRead == 0) {
      startNanos = now;
    }
    int step = (int) Math.max(1, Math.min(wanted, bytesPerSecond / STEPS_PER_SECOND));
    double due = (alreadyRead + step) * 1e9 / bytesPerSecond;
    long wait = (long) due - (now - startNanos);
    if (wait > 0) {
      connection.pause(Duration.ofNanos(wait));
    }
    return step;
  }
}

package io.github.youtubeupload;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports for servers that must be told theirs, and for such as come back on the same one.
 *
 * <p>A port that the system picks ({@code bind(0)}) and that is let go may be the next one it gives
 * to a connection of another test. These lie below what it picks from: 32768 and up on Linux, 49152
 * and up elsewhere.
 */
public final class FreePort {
  private static final int FIRST = 10_000;
  private static final int COUNT = 22_000;
  private static final AtomicInteger LAST =
      new AtomicInteger(ThreadLocalRandom.current().nextInt(COUNT));

  private FreePort() {}

  /** One that nobody listens on, and that this JVM has not been given before. */
  public static int next() {
    for (int i = 0; i < COUNT; i++) {
      int port = FIRST + Math.floorMod(LAST.incrementAndGet(), COUNT);
      try (ServerSocket probe = new ServerSocket(port)) {
        return probe.getLocalPort();
      } catch (IOException e) {
        // taken
      }
    }
    throw new IllegalStateException("No port from " + FIRST + " on is free");
  }
}

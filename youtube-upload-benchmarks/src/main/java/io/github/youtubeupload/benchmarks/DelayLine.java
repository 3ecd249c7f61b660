package io.github.youtubeupload.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;

/**
 * A proxy on loopback that is far away: every byte takes half a round trip in either direction, and
 * a new connection one round trip more, but as many bytes as fit into the buffers are on their way
 * at once, and the line can have a speed. What it does not model is TCP's slow start, which would
 * cost those more who often stop.
 */
final class DelayLine implements AutoCloseable {
  private final ServerSocket listener;
  private final int server;
  private final Duration roundTrip;
  private final long bytesPerSecond;

  private DelayLine(ServerSocket listener, int server, Duration roundTrip, long bytesPerSecond) {
    this.listener = listener;
    this.server = server;
    this.roundTrip = roundTrip;
    this.bytesPerSecond = bytesPerSecond;
  }

  /** A line that limits nothing. */
  static DelayLine to(int server, Duration roundTrip) throws IOException {
    return to(server, roundTrip, Long.MAX_VALUE);
  }

  /** A line that passes so many bytes a second on in either direction of each connection. */
  static DelayLine to(int server, Duration roundTrip, long bytesPerSecond) throws IOException {
    ServerSocket listener = new ServerSocket();
    listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    DelayLine line = new DelayLine(listener, server, roundTrip, bytesPerSecond);
    start(line::accept);
    return line;
  }

  int port() {
    return listener.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listener.accept();
        Socket far = new Socket(InetAddress.getLoopbackAddress(), server);
        client.setTcpNoDelay(true);
        far.setTcpNoDelay(true);
        DelayedStream.between(client, far, roundTrip.dividedBy(2), roundTrip, bytesPerSecond);
        DelayedStream.between(far, client, roundTrip.dividedBy(2), Duration.ZERO, bytesPerSecond);
      }
    } catch (IOException closed) {
      // the line is taken down
    }
  }

  static void start(Runnable task) {
    Thread thread = new Thread(task, "delay-line");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

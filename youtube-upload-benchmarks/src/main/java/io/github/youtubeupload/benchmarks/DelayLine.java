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
 * at once. What it does not model is TCP's slow start, which would cost those more who often stop.
 */
final class DelayLine implements AutoCloseable {
  private final ServerSocket listener;
  private final int server;
  private final Duration roundTrip;

  private DelayLine(ServerSocket listener, int server, Duration roundTrip) {
    this.listener = listener;
    this.server = server;
    this.roundTrip = roundTrip;
  }

  static DelayLine to(int server, Duration roundTrip) throws IOException {
    ServerSocket listener = new ServerSocket();
    listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    DelayLine line = new DelayLine(listener, server, roundTrip);
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
        DelayedStream.between(client, far, roundTrip.dividedBy(2), roundTrip);
        DelayedStream.between(far, client, roundTrip.dividedBy(2), Duration.ZERO);
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

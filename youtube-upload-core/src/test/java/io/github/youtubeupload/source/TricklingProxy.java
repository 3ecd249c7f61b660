package io.github.youtubeupload.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Stands before a server and lets its bytes pass, from some moment on one by one. */
final class TricklingProxy implements AutoCloseable {
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final ServerSocket listener;
  private final int target;
  private final int free;
  private final int most;
  final AtomicInteger trickled = new AtomicInteger();

  /**
   * A proxy on loopback.
   *
   * @param free how many bytes of a connection pass freely
   * @param most how many bytes trickle, of all connections; then they are closed
   */
  TricklingProxy(int target, int free, int most) {
    try {
      this.listener = new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.target = target;
    this.free = free;
    this.most = most;
    start(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  /** What may fail because somebody hung up. */
  private interface Work {
    void run() throws IOException;
  }

  private static void start(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // closed
              }
            },
            "trickling-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = listener.accept();
      Socket server = new Socket(listener.getInetAddress(), target);
      start(() -> client.getInputStream().transferTo(server.getOutputStream()));
      start(() -> trickle(client, server));
    }
  }

  private void trickle(Socket client, Socket server) throws IOException {
    try (client;
        server) {
      InputStream in = server.getInputStream();
      OutputStream out = client.getOutputStream();
      for (int i = 0; i < free; i++) {
        out.write(in.read());
      }
      while (trickled.incrementAndGet() < most) {
        out.write(in.read());
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}

package io.github.youtubeupload.testkit.internal.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** Accepts connections on a free port of 127.0.0.1, one daemon thread each, until closed. */
public final class HttpListener implements AutoCloseable {
  private static final long JOIN_MILLIS = TimeUnit.SECONDS.toMillis(5);

  private final ServerSocket server;
  private final @Nullable SSLContext tls;
  private final Map<Thread, Connection> connections = new ConcurrentHashMap<>();
  private volatile @Nullable Thread acceptor;
  private volatile boolean closed;

  private HttpListener(ServerSocket server, @Nullable SSLContext tls) {
    this.server = server;
    this.tls = tls;
  }

  /**
   * Takes a port; clients can connect, but wait for {@link #serve}.
   *
   * @param port 0 for any free port
   * @param receiveBuffer bytes the kernel holds for each connection, or 0 for its own choice
   */
  public static HttpListener bind(int port, int receiveBuffer, @Nullable SSLContext tls) {
    try {
      ServerSocket server = new ServerSocket();
      if (receiveBuffer > 0) {
        server.setReceiveBufferSize(receiveBuffer);
      }
      server.setReuseAddress(true);
      server.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
      return new HttpListener(server, tls);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot listen on port " + port + " of 127.0.0.1", e);
    }
  }

  /** Starts to answer; to be called once. */
  public void serve(RequestHandler handler) {
    Thread thread = new Thread(() -> accept(handler), "fake-youtube-" + port());
    thread.setDaemon(true);
    acceptor = thread;
    thread.start();
  }

  /** The port that clients connect to. */
  public int port() {
    return server.getLocalPort();
  }

  private void accept(RequestHandler handler) {
    String name = Thread.currentThread().getName();
    for (long number = 1; !closed; number++) {
      try {
        Socket plain = server.accept();
        plain.setTcpNoDelay(true);
        Connection connection = new Connection(plain, layered(plain));
        Thread thread = new Thread(() -> converse(connection, handler), name + "-" + number);
        thread.setDaemon(true);
        connections.put(thread, connection);
        thread.start();
      } catch (IOException e) {
        // The server socket was closed, or one client left before it was accepted.
      }
    }
  }

  private void converse(Connection connection, RequestHandler handler) {
    try {
      answerAll(connection, handler);
    } catch (IOException gone) {
      // The client left or was cut off; whoever was concerned has recorded it.
    } finally {
      connection.close();
      connections.remove(Thread.currentThread());
    }
  }

  private static void answerAll(Connection connection, RequestHandler handler) throws IOException {
    try {
      Optional<Request> request = next(connection, handler);
      while (request.isPresent()) {
        handler.handle(request.get(), connection);
        request = next(connection, handler);
      }
    } catch (BadRequestException e) {
      connection.refuse(e.getMessage());
    }
  }

  private static Optional<Request> next(Connection connection, RequestHandler handler)
      throws IOException {
    try {
      return connection.next();
    } catch (BadRequestException e) {
      handler.refused(e);
      throw e;
    }
  }

  private Socket layered(Socket plain) throws IOException {
    if (tls == null) {
      return plain;
    }
    SSLSocket socket =
        (SSLSocket) tls.getSocketFactory().createSocket(plain, "localhost", plain.getPort(), true);
    socket.setUseClientMode(false);
    return socket;
  }

  /** Resets every connection and waits until their threads have ended. */
  @Override
  public void close() {
    closed = true;
    try {
      server.close();
    } catch (IOException alreadyClosed) {
      // Closing is all that was wanted.
    }
    if (acceptor != null) {
      join(acceptor);
    }
    connections.forEach(
        (thread, connection) -> {
          connection.abort();
          join(thread);
        });
  }

  private static void join(Thread thread) {
    try {
      if (thread != Thread.currentThread()) {
        thread.join(JOIN_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

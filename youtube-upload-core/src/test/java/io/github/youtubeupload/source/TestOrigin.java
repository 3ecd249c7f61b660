package io.github.youtubeupload.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLServerSocket;

/** An origin on loopback whose every byte a test decides. */
public final class TestOrigin implements AutoCloseable {
  private final ServerSocket listener;
  private final Handler handler;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  /** Writes the answer; the connection is reset if it throws, else closed. */
  public interface Handler {
    void answer(Request request, OutputStream out) throws IOException;
  }

  /**
   * A request.
   *
   * @param number counts from 1
   * @param headers by lower-case name
   */
  public record Request(int number, String target, Map<String, String> headers) {
    public String header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    /** Where the range asked for begins; 0 without one. */
    public long from() {
      String range = header("Range");
      return range.isEmpty() ? 0 : Long.parseLong(range.replaceAll("bytes=([0-9]+)-.*", "$1"));
    }
  }

  public TestOrigin(Handler handler) {
    this(handler, ServerSocketFactory.getDefault());
  }

  /** An origin that speaks TLS if its sockets do. */
  public TestOrigin(Handler handler, ServerSocketFactory sockets) {
    try {
      InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      this.listener = sockets.createServerSocket(0, 50, loopback);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.handler = handler;
    start(this::accept);
  }

  /** The URL of a path that begins with a slash. */
  public URI url(String path) {
    String scheme = listener instanceof SSLServerSocket ? "https" : "http";
    return URI.create(scheme + "://127.0.0.1:" + listener.getLocalPort() + path);
  }

  public int port() {
    return listener.getLocalPort();
  }

  public List<Request> requests() {
    return requests;
  }

  /** A source for a URL of this origin that waits for nothing long. */
  public UrlSource.Builder source(String path) {
    return quick(url(path));
  }

  /** A builder that lets loopback pass and waits for nothing long. */
  public static UrlSource.Builder quick(URI url) {
    return UrlSource.builder(url)
        .hostPolicy(HostPolicy.publicOnly().allowNetwork("127.0.0.0/8"))
        .backoff(java.time.Duration.ofMillis(1));
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "test-origin");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listener.accept();
        open.add(socket);
        start(() -> serve(socket));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      OutputStream out = socket.getOutputStream();
      Request request = read(new BufferedInputStream(socket.getInputStream()));
      try {
        handler.answer(request, out);
        out.flush();
        socket.shutdownOutput();
      } catch (IOException e) {
        socket.setSoLinger(true, 0);
      }
    } catch (IOException e) {
      // the client went away
    } finally {
      open.remove(socket);
    }
  }

  private synchronized Request read(InputStream in) throws IOException {
    String target = line(in).split(" ", 3)[1];
    Map<String, String> headers = new HashMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      String[] field = line.split(": ", 2);
      headers.put(field[0].toLowerCase(Locale.ROOT), field[1]);
    }
    Request request = new Request(requests.size() + 1, target, headers);
    requests.add(request);
    return request;
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new IOException("the client went away");
      }
      line.append((char) b);
    }
    return line.toString().strip();
  }

  /** Writes a head: status line and headers, as given. */
  public static void head(OutputStream out, String... lines) throws IOException {
    out.write((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
  }

  /** An answer that is all text. */
  public static void text(OutputStream out, String status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    head(out, "HTTP/1.1 " + status, "Content-Type: " + type, "Content-Length: " + bytes.length);
    out.write(bytes);
  }

  @Override
  public void close() {
    try {
      listener.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

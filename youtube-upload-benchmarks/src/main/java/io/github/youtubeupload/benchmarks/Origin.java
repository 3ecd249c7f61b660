package io.github.youtubeupload.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A plain file server that knows ranges, as where a finished render waits. */
final class Origin implements AutoCloseable {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  private Origin(HttpServer server) {
    this.server = server;
  }

  static Origin of(Path file) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    Origin origin = new Origin(server);
    server.setExecutor(origin.threads);
    server.createContext("/", exchange -> answer(exchange, file));
    server.start();
    return origin;
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** Takes {@code bytes=a-}, which is all that is ever asked of it. */
  private static void answer(HttpExchange exchange, Path file) throws IOException {
    long size = Files.size(file);
    String range = exchange.getRequestHeaders().getFirst("Range");
    long from = range == null ? 0 : Long.parseLong(range.replaceAll("\\D", ""));
    exchange.getResponseHeaders().set("Content-Type", "video/mp4");
    exchange.getResponseHeaders().set("ETag", "\"" + size + "\"");
    if (range != null) {
      exchange
          .getResponseHeaders()
          .set("Content-Range", "bytes %d-%d/%d".formatted(from, size - 1, size));
    }
    exchange.sendResponseHeaders(range == null ? 200 : 206, size - from);
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(from);
      in.transferTo(exchange.getResponseBody());
    } finally {
      exchange.close();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}

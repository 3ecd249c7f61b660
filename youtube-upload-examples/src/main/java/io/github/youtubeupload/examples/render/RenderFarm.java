package io.github.youtubeupload.examples.render;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Random;

/** A farm on loopback that offers one finished render, as an object store does. */
record RenderFarm(HttpServer server) implements AutoCloseable {
  static final String PASS = "Bearer farm-pass";
  static final int SIZE = 20_000_000;

  static RenderFarm start() throws IOException {
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    HttpServer server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
    server.createContext("/renders/friends.mp4", RenderFarm::serve);
    server.start();
    return new RenderFarm(server);
  }

  URI downloadUrl() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/renders/friends.mp4");
  }

  private static void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!PASS.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        exchange.sendResponseHeaders(403, -1);
        return;
      }
      String range = String.valueOf(exchange.getRequestHeaders().getFirst("Range"));
      int from =
          range.matches("bytes=[0-9]{1,8}-") ? Integer.parseInt(range.replaceAll("\\D", "")) : 0;
      String content = "bytes " + from + "-" + (SIZE - 1) + "/" + SIZE;
      exchange.getResponseHeaders().set("Content-Range", content);
      exchange.getResponseHeaders().set("Content-Type", "video/mp4");
      exchange.getResponseHeaders().set("ETag", "\"render-1\"");
      exchange.sendResponseHeaders(206, SIZE - from);
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(render(), from, SIZE - from);
      }
    }
  }

  /** Nothing to look at, but it begins as an MP4 does. */
  private static byte[] render() {
    byte[] bytes = new byte[SIZE];
    new Random(1).nextBytes(bytes);
    byte[] head = {0, 0, 0, 24, 'f', 't', 'y', 'p', 'i', 's', 'o', 'm', 0, 0, 2, 0};
    System.arraycopy(head, 0, bytes, 0, head.length);
    return bytes;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

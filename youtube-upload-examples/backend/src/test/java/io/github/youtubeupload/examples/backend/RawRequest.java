package io.github.youtubeupload.examples.backend;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;

/**
 * A request that announces a body and does not send it: an answer shows that nobody waits for it.
 */
final class RawRequest implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 20_000;

  private final Socket socket;

  RawRequest(int port, String... headLines) throws IOException {
    socket = new Socket(InetAddress.getByName("localhost"), port);
    socket.setSoTimeout(PATIENCE_MILLIS);
    String head = String.join("\r\n", headLines) + "\r\nHost: localhost\r\n\r\n";
    socket.getOutputStream().write(head.getBytes(ISO_8859_1));
  }

  /** The first line of the answer. */
  String answer() {
    try {
      return String.valueOf(
          new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1))
              .readLine());
    } catch (IOException e) {
      throw new AssertionError("No answer", e);
    }
  }

  CompletableFuture<String> answerLater() {
    CompletableFuture<String> answer = new CompletableFuture<>();
    Thread reader = new Thread(() -> answer.complete(answer()));
    reader.setDaemon(true);
    reader.start();
    return answer;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

package io.github.youtubeupload.testkit;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** HTTP as bytes on a socket, so that a test sees exactly what the server does to it. */
final class RawClient implements AutoCloseable {
  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  /** An answer; header names in lower case. */
  record Answer(int status, Map<String, String> headers, String body) {
    Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }
  }

  RawClient(FakeYouTube youtube) throws IOException {
    this(new Socket(InetAddress.getLoopbackAddress(), youtube.port()));
  }

  RawClient(Socket socket) throws IOException {
    this.socket = socket;
    socket.setSoTimeout(10_000);
    in = socket.getInputStream();
    out = socket.getOutputStream();
  }

  /** One request on a connection of its own. */
  static Answer call(FakeYouTube youtube, String head, byte[] body) throws IOException {
    try (RawClient client = new RawClient(youtube)) {
      return client.send(head, body);
    }
  }

  /** Sends a request, head given as lines without Content-Length, and reads the answer. */
  Answer send(String head, byte[] body) throws IOException {
    write(head.strip() + "\nContent-Length: " + body.length + "\n\n", body);
    return read();
  }

  void write(String head, byte... body) throws IOException {
    out.write(head.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    out.write(body);
    out.flush();
  }

  /** Reads an answer; a server that stays silent fails the test, however it expects to fail. */
  Answer read() throws IOException {
    try {
      return readAnswer();
    } catch (SocketTimeoutException silence) {
      throw new AssertionError("The server neither answers nor ends the connection", silence);
    }
  }

  private Answer readAnswer() throws IOException {
    String[] status = line().split(" ", 3);
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      String[] field = line.split(":", 2);
      headers.put(field[0].toLowerCase(Locale.ROOT), field[1].trim());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new EOFException("The answer is cut short");
    }
    return new Answer(
        Integer.parseInt(status[1]), headers, new String(body, StandardCharsets.UTF_8));
  }

  /** The next byte, or -1 where the server has ended the connection. */
  int readByte() throws IOException {
    return in.read();
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException("The server ended the connection");
      }
      line.write(b);
    }
    return line.toString(StandardCharsets.UTF_8).stripTrailing();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

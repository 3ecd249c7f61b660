package io.github.youtubeupload.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A server process, as the one that started it sees it. */
final class Server implements AutoCloseable {
  private static final String HEAP = "256m";

  private final Process process;
  private final BufferedReader answers;
  private final Writer questions;
  private final Target target;

  private Server(Process process) throws IOException {
    this.process = process;
    this.answers = process.inputReader(StandardCharsets.UTF_8);
    this.questions = process.outputWriter(StandardCharsets.UTF_8);
    this.target = Target.parse(Words.of(line()));
  }

  static Server start(Path folder) throws IOException {
    return start("https", folder);
  }

  static Server startWithoutTls(Path folder) throws IOException {
    return start("http", folder);
  }

  private static Server start(String scheme, Path folder) throws IOException {
    List<String> args = List.of(scheme, folder.resolve("server.pem").toString());
    return new Server(Jvm.start(ServerMain.class, HEAP, args));
  }

  Target target() {
    return target;
  }

  /** Bytes of video received since it started. */
  long received() throws IOException {
    return ask("received");
  }

  /** Waits until so many bytes of video were received since it started. */
  void await(long bytes) throws IOException {
    ask("await " + bytes);
  }

  /** Breaks the connection once, so many bytes into a PUT: the first, the second, and so on. */
  void cut(int put, long bytes) throws IOException {
    ask("cut " + put + " " + bytes);
  }

  /** Takes the beginning of every PUT and no more. */
  void stall() throws IOException {
    ask("stall");
  }

  /** Whoever waits for an answer gets an exception. */
  void kill() {
    process.destroy();
  }

  private long ask(String question) throws IOException {
    questions.write(question + "\n");
    questions.flush();
    return Long.parseLong(line());
  }

  private String line() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new IOException("The server has ended");
    }
    return line;
  }

  @Override
  public void close() throws IOException {
    questions.close();
    process.destroy();
  }
}

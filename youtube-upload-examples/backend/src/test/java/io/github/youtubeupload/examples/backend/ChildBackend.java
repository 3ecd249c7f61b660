package io.github.youtubeupload.examples.backend;

import io.github.youtubeupload.FreePort;
import io.github.youtubeupload.SecretWatch;
import io.github.youtubeupload.testkit.FakeYouTube;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The service in a JVM of its own, which can be killed. */
final class ChildBackend implements AutoCloseable {
  private final Process process;
  private final int port;

  private ChildBackend(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static ChildBackend start(FakeYouTube youtube, Path state, String... settings)
      throws IOException {
    int port = FreePort.next();
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                // what a killed process leaves behind goes with the test's directory
                "-Djava.io.tmpdir=" + state.toAbsolutePath().getParent(),
                "-cp",
                System.getProperty("java.class.path"),
                BackendApplication.class.getName()));
    Stream.concat(Backend.google(youtube).stream(), Stream.of(settings))
        .map(setting -> "--" + setting)
        .forEach(command::add);
    command.addAll(List.of("--STATE_DIRECTORY=" + state, "--PORT=" + port, "--LOG_FORMAT="));
    ProcessBuilder child = new ProcessBuilder(command).redirectErrorStream(true);
    child.environment().put("LC_ALL", "C"); // as in a bare container
    Process process = child.start();
    ChildBackend started = new ChildBackend(process, port);
    started.awaitStart();
    return started;
  }

  /** The line that says so is the last of the start. All lines go by the watch. */
  private void awaitStart() throws IOException {
    BufferedReader lines = process.inputReader();
    StringBuilder seen = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      SecretWatch.read("the output of a process", line);
      seen.append(line).append('\n');
      if (line.contains("Started BackendApplication")) {
        Thread drain =
            new Thread(
                () ->
                    lines
                        .lines()
                        .forEach(rest -> SecretWatch.read("the output of a process", rest)),
                "drain");
        drain.setDaemon(true);
        drain.start();
        return;
      }
    }
    throw new AssertionError("The service did not start:\n" + seen);
  }

  Api api(String token) {
    return new Api(port, token);
  }

  long pid() {
    return process.pid();
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}

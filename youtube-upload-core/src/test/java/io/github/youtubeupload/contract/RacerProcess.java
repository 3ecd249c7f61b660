package io.github.youtubeupload.contract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;

/** A {@link QuotaRacer} in a JVM of its own, which can be killed. */
final class RacerProcess implements AutoCloseable {
  /** What it printed; {@code "done"} also when it died. */
  record Line(RacerProcess racer, String text) {}

  private final Process process;
  private final Writer orders;

  RacerProcess(List<String> arguments, BlockingQueue<Line> heard) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx64m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-Duser.timezone=Asia/Seoul", "-XX:-UsePerfData"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(QuotaRacer.class.getName());
    command.addAll(arguments);
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    orders = process.outputWriter(StandardCharsets.UTF_8);
    Thread listener = new Thread(() -> listen(heard), "listener");
    listener.setDaemon(true);
    listener.start();
  }

  private void listen(BlockingQueue<Line> heard) {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        heard.add(new Line(this, line));
      }
    } catch (IOException e) {
      heard.add(new Line(this, "failed " + e));
    }
    heard.add(new Line(this, "gone"));
  }

  void tell(String order) throws IOException {
    orders.write(order + "\n");
    orders.flush();
  }

  /** SIGKILL; what it had printed before is still heard, and then that it is gone. */
  void kill() {
    process.toHandle().destroyForcibly(); // Process.destroyForcibly would close the pipe unread
    process.onExit().join();
  }

  @Override
  public void close() {
    kill();
  }
}

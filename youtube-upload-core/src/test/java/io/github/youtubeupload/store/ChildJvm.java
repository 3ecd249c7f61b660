package io.github.youtubeupload.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A second process on the journal, which can be told things, listened to and killed. */
final class ChildJvm implements AutoCloseable {
  private final Process process;
  private final BufferedReader lines;
  private final Writer orders;

  /**
   * Starts {@link JournalChild}.
   *
   * @param prefix a command that runs the command after it, such as one that sets a limit
   */
  ChildJvm(List<String> prefix, String deed, Path state) throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx32m", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(JournalChild.class.getName(), deed, state.toString()));
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    lines = process.inputReader(StandardCharsets.UTF_8);
    orders = process.outputWriter(StandardCharsets.UTF_8);
  }

  void tell(String order) throws IOException {
    orders.write(order + "\n");
    orders.flush();
  }

  /** The next line the child prints; null once it has ended. */
  @Nullable String hear() throws IOException {
    return lines.readLine();
  }

  String ask(String order) throws IOException {
    tell(order);
    return String.valueOf(hear());
  }

  /** SIGKILL: nothing in the child gets to run any more. */
  void kill() {
    process.toHandle().destroyForcibly(); // Process.destroyForcibly would close the pipe unread
    process.onExit().join();
  }

  @Override
  public void close() throws IOException {
    kill();
    lines.close();
  }
}

package io.github.youtubeupload.benchmarks;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts processes: JVMs with the class path of this one, and others. */
final class Jvm {
  private Jvm() {}

  static Process start(Class<?> main, String heap, List<String> args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx" + heap, "-XX:+ExitOnOutOfMemoryError"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(args);
    return new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
  }

  /**
   * Runs a client to its end.
   *
   * @throws IOException with what the client said last, if it failed
   */
  static Figures client(
      Contender contender, Target target, String heap, Path video, int count, Path... warmUp)
      throws IOException, InterruptedException {
    List<String> args = new ArrayList<>(List.of(contender.name()));
    args.addAll(target.words());
    args.addAll(List.of(video.toString(), String.valueOf(count)));
    for (Path first : warmUp) {
      args.add(first.toString());
    }
    return Figures.parse(lastLine(start(ClientMain.class, heap, args)));
  }

  static String lastLine(Process process) throws IOException, InterruptedException {
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String last = out.lines().reduce("", (before, line) -> line);
    if (process.waitFor() != 0) {
      throw new IOException(last);
    }
    return last;
  }
}

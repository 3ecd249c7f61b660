package io.github.youtubeupload.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Starts processes: JVMs with the class path of this one, and others. */
final class Jvm {
  private static final long LIMIT_MINUTES = 20;

  private Jvm() {}

  static Process start(Class<?> main, String heap, List<String> args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx" + heap, "-XX:+ExitOnOutOfMemoryError"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(args);
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  /**
   * Runs a client to its end.
   *
   * @throws IOException with what the client said last, if it failed
   */
  static Figures client(
      Contender contender, Target target, String heap, Path video, int count, List<Path> warmUps)
      throws IOException, InterruptedException {
    List<String> args = new ArrayList<>(List.of(contender.name()));
    args.addAll(target.words());
    args.addAll(List.of(video.toString(), String.valueOf(count)));
    warmUps.forEach(warmUp -> args.add(warmUp.toString()));
    return Figures.parse(lastLine(start(ClientMain.class, heap, args)));
  }

  /**
   * Waits for the end of a process.
   *
   * @throws IOException with the last line, if it failed or took too long
   */
  static String lastLine(Process process) throws IOException, InterruptedException {
    CompletableFuture<Void> late =
        CompletableFuture.runAsync(
            process::destroyForcibly,
            CompletableFuture.delayedExecutor(LIMIT_MINUTES, TimeUnit.MINUTES));
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    late.cancel(false);
    String last = out.lines().reduce("", (before, line) -> line);
    if (process.waitFor() != 0) {
      throw new IOException("Ended with %d: %s".formatted(process.exitValue(), last));
    }
    return last;
  }
}

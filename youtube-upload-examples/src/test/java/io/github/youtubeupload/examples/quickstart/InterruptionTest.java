package io.github.youtubeupload.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Ends the program from outside, as Ctrl-C does. */
class InterruptionTest {
  private static final int ENDED_BY_SIGTERM = 128 + 15;

  @TempDir private Path folder;

  /**
   * SIGTERM and not SIGINT, which a build in the background may ignore; the JVM treats both alike.
   */
  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there a process is ended without notice")
  void cancelsTheUploadAndSaysSo() throws Exception {
    Process program = quickstart();
    try (BufferedReader out = program.inputReader()) {
      awaitLine(out, "Uploading");

      assertThat(program.toHandle().destroy()).isTrue();

      assertThat(program.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(out.lines()).noneMatch(line -> line.startsWith("Uploaded"));
    } finally {
      program.destroyForcibly();
    }
    assertThat(program.exitValue()).isEqualTo(ENDED_BY_SIGTERM);
    assertThat(Files.readAllLines(folder.resolve("err")))
        .singleElement()
        .asString()
        .contains("cancelled; no video was made");
    assertThat(leftovers()).isEmpty();
  }

  private Process quickstart() throws IOException {
    Path video = Files.write(folder.resolve("mine.mp4"), new byte[2_000_000]);
    Path temporary = Files.createDirectories(folder.resolve("tmp"));
    ProcessBuilder program =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dvideo=" + video,
            "-Djava.io.tmpdir=" + temporary,
            "-cp",
            System.getProperty("java.class.path"),
            Quickstart.class.getName());
    // whoever runs this test with credentials does not want a video of it
    program.environment().keySet().removeIf(name -> name.startsWith("GOOGLE_"));
    return program.redirectError(folder.resolve("err").toFile()).start();
  }

  private static void awaitLine(BufferedReader out, String start) throws IOException {
    String line = out.readLine();
    while (line != null && !line.startsWith(start)) {
      line = out.readLine();
    }
    assertThat(line).as("a line that starts with " + start).isNotNull();
  }

  private List<Path> leftovers() throws IOException {
    try (var files = Files.walk(folder.resolve("tmp"))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}

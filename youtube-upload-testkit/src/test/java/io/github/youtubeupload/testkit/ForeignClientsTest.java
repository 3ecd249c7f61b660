package io.github.youtubeupload.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Google's clients in other languages upload unchanged. Where one cannot be had, its test says that
 * it was skipped.
 */
class ForeignClientsTest {
  private static final Path SCRIPTS = Path.of("src", "test", "resources", "clients");
  private static final String DEBIAN_PYTHON = "/usr/bin/python3";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"multipart", "whole", "chunked"})
  void googlesPythonClientUploads(String mode) throws Exception {
    if (!succeeds(DEBIAN_PYTHON, "-c", "import googleapiclient, google.oauth2")) {
      Assumptions.abort(
          "SKIPPED: Google's Python client is not installed (Debian: python3-googleapi)");
    }
    assertUploads(DEBIAN_PYTHON, SCRIPTS.resolve("python-upload.py").toString(), List.of(mode));
  }

  @Test
  void googlesJavaScriptClientUploadsMultipart() throws Exception {
    assertNodeUploads("googleapis-upload.mjs", List.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "262144"})
  void theUploaderOfGooglesJavaScriptStorageClientSends(String chunk) throws Exception {
    assertNodeUploads("storage-upload.mjs", chunk.isEmpty() ? List.of() : List.of(chunk));
  }

  private void assertNodeUploads(String script, List<String> more) throws Exception {
    NodePackages.require();
    assertUploads("node", SCRIPTS.resolve(script).toAbsolutePath().toString(), more);
  }

  private void assertUploads(String program, String script, List<String> more) throws Exception {
    byte[] content = new byte[700_000];
    new Random(7).nextBytes(content);
    Path file = Files.write(folder.resolve("friends.mp4"), content);
    try (FakeYouTube youtube = FakeYouTube.start()) {
      List<String> command =
          new ArrayList<>(
              List.of(
                  program,
                  Path.of(script).toAbsolutePath().toString(),
                  youtube.rootUrl(),
                  youtube.accessToken(),
                  file.toString()));
      command.addAll(more);
      Run run = Run.of(NodePackages.FOLDER, command);

      assertThat(run.exit()).as("%s%n%s%n%s", program, run.output(), youtube.requests()).isZero();
      FakeVideo video = youtube.videos().get(0);
      assertThat(youtube.videos()).hasSize(1);
      assertThat(run.output().strip()).endsWith(video.id());
      assertThat(video.sha256())
          .isEqualTo(
              HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
    }
  }

  private static boolean succeeds(String... command) {
    try {
      return Run.of(NodePackages.FOLDER, List.of(command)).exit() == 0;
    } catch (IOException | InterruptedException e) {
      return false;
    }
  }

  /** A program that was run to its end. */
  private record Run(int exit, String output) {
    static Run of(Path folder, List<String> command) throws IOException, InterruptedException {
      Files.createDirectories(folder);
      Path output = Files.createTempFile("run", ".log");
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      try {
        boolean ended = process.waitFor(5, TimeUnit.MINUTES);
        return new Run(ended ? process.exitValue() : -1, Files.readString(output, UTF_8));
      } finally {
        process.destroyForcibly();
        Files.delete(output);
      }
    }
  }

  /** The pinned packages, installed once below target. */
  private static final class NodePackages {
    static final Path FOLDER = Path.of("target", "clients").toAbsolutePath();
    private static final String MISSING = install();

    static void require() {
      if (!MISSING.isEmpty()) {
        Assumptions.abort("SKIPPED: " + MISSING);
      }
    }

    private static String install() {
      try {
        Files.createDirectories(FOLDER);
        Files.write(
            FOLDER.resolve("package.json"), Files.readAllBytes(SCRIPTS.resolve("package.json")));
        Run run =
            Run.of(
                FOLDER, List.of("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts"));
        return run.exit() == 0 ? "" : "npm could not install Google's clients: " + run.output();
      } catch (IOException e) {
        return "there is no npm (Debian: npm): " + e.getMessage();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return "interrupted";
      }
    }
  }
}

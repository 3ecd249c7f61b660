package io.github.youtubeupload.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Google's Python client, where Debian's package {@code python3-googleapi} is installed. */
final class Python {
  private static final String PYTHON = "/usr/bin/python3";
  private static final boolean EXISTS = succeeds("import googleapiclient, google_auth_httplib2");

  private Python() {}

  static boolean exists() {
    return EXISTS;
  }

  private static boolean succeeds(String program) {
    try {
      return Files.isExecutable(Path.of(PYTHON))
          && new ProcessBuilder(PYTHON, "-c", program)
                  .redirectError(Redirect.DISCARD)
                  .start()
                  .waitFor()
              == 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Uploads all videos, and gives the figures of the last one. */
  static Figures upload(Target target, List<Path> videos) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(PYTHON, "-c", program()));
    command.addAll(target.words());
    videos.forEach(video -> command.add(video.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return Figures.parse(Jvm.lastLine(process));
  }

  private static String program() throws IOException {
    try (InputStream in = Objects.requireNonNull(Python.class.getResourceAsStream("upload.py"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

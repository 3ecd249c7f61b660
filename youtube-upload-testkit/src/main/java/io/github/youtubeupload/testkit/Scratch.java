package io.github.youtubeupload.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A temporary directory of one server, flat. */
record Scratch(Path directory) {
  static Scratch create() {
    try {
      return new Scratch(Files.createTempDirectory("fake-youtube-"));
    } catch (IOException e) {
      throw new UncheckedIOException("There is no temporary directory", e);
    }
  }

  void delete() throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
    }
    Files.delete(directory);
  }
}

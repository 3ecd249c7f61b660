package io.github.youtubeupload.testkit.internal.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A temporary directory of one server, flat. It goes with the server, or with the JVM if that ends
 * first. Thread-safe.
 */
public final class TemporaryDirectory {
  private final Path directory;
  private final Thread atExit = new Thread(this::deleteQuietly, "fake-youtube-scratch");

  private TemporaryDirectory(Path directory) {
    this.directory = directory;
  }

  public static TemporaryDirectory create() {
    try {
      TemporaryDirectory created =
          new TemporaryDirectory(Files.createTempDirectory("fake-youtube-"));
      Runtime.getRuntime().addShutdownHook(created.atExit);
      return created;
    } catch (IOException e) {
      throw new UncheckedIOException("There is no temporary directory", e);
    }
  }

  public Path path() {
    return directory;
  }

  /** The JVM may be ending at this moment: the hook stays until nothing is left for it to do. */
  public void delete() throws IOException {
    deleteAll();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // it runs, and finds nothing
    }
  }

  private synchronized void deleteAll() throws IOException {
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

  private void deleteQuietly() {
    try {
      deleteAll();
    } catch (IOException e) {
      // a request may still be writing; there is nobody left to tell
    }
  }
}

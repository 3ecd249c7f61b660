package io.github.youtubeupload.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Files that begin like an MP4. */
final class Videos {
  private Videos() {}

  static Path of(Path directory, String name, int size) throws IOException {
    byte[] content = new byte[size];
    new Random(size).nextBytes(content);
    byte[] head = "\0\0\0\u0018ftypmp42\0\0\0\0mp42isom".getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(head, 0, content, 0, Math.min(size, head.length));
    return Files.write(directory.resolve(name), content);
  }

  static String sha256(Path file) throws IOException {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** What is left of received files in a state directory. */
  static java.util.List<Path> leftIn(Path state) throws IOException {
    try (Stream<Path> incoming = Files.list(state.resolve("incoming"));
        Stream<Path> receiving = Files.list(state.resolve("receiving"))) {
      return Stream.concat(incoming, receiving).toList();
    }
  }

  /** A file goes after its upload has ended, which whoever asks may hear a moment before. */
  static void awaitNoneIn(Path state) throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!leftIn(state).isEmpty() && System.nanoTime() < end) {
      LockSupport.parkNanos(1_000_000);
    }
    assertThat(leftIn(state)).isEmpty();
  }

  static void write(Path file, String text) throws IOException {
    Files.write(file, Arrays.asList(text));
  }
}

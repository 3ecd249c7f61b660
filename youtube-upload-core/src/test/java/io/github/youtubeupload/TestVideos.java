package io.github.youtubeupload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Files that pass for videos. */
final class TestVideos {
  private TestVideos() {}

  /** Random bytes, the same for the same size. */
  static Path make(Path folder, int size) throws IOException {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return Files.write(folder.resolve(size + ".mp4"), bytes);
  }
}

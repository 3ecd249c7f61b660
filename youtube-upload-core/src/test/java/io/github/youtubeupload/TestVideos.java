package io.github.youtubeupload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Files that pass for videos. */
final class TestVideos {
  private TestVideos() {}

  /** How an MP4 begins: random bytes could begin like an archive, and be refused for it. */
  private static final byte[] HEAD = {0, 0, 0, 24, 'f', 't', 'y', 'p', 'i', 's', 'o', 'm'};

  /** Random bytes after an MP4's first ones, the same for the same size. */
  static Path make(Path folder, int size) throws IOException {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    System.arraycopy(HEAD, 0, bytes, 0, Math.min(size, HEAD.length));
    return Files.write(folder.resolve(size + ".mp4"), bytes);
  }
}

package io.github.youtubeupload.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Files of any size that pass for videos, made once each. */
final class Videos {
  private static final int BLOCK_BYTES = 1 << 20;

  private Videos() {}

  /** Zeros that take no place on disk. */
  static Path sparse(Path folder, long bytes) throws IOException {
    Path video = folder.resolve("sparse-" + bytes + ".mp4");
    try (RandomAccessFile file = new RandomAccessFile(video.toFile(), "rw")) {
      file.setLength(bytes);
    }
    return video;
  }

  /** Bytes that cannot be compressed, like those of a real video. */
  static Path random(Path folder, long bytes) throws IOException {
    Path video = folder.resolve(bytes + ".mp4");
    if (Files.exists(video)) {
      return video;
    }
    Random random = new Random(bytes);
    byte[] block = new byte[BLOCK_BYTES];
    try (OutputStream out = Files.newOutputStream(video)) {
      for (long left = bytes; left > 0; left -= block.length) {
        random.nextBytes(block);
        out.write(block, 0, (int) Math.min(left, block.length));
      }
    }
    return video;
  }
}

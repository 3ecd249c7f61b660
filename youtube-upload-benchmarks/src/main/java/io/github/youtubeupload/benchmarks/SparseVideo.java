package io.github.youtubeupload.benchmarks;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of any size that take no place on disk: their bytes are zeros, which nobody looks at. */
final class SparseVideo {
  private SparseVideo() {}

  static Path make(Path folder, long bytes) throws IOException {
    Path video = folder.resolve(bytes + ".mp4");
    if (!Files.exists(video)) {
      try (RandomAccessFile file = new RandomAccessFile(video.toFile(), "rw")) {
        file.setLength(bytes);
      }
    }
    return video;
  }
}

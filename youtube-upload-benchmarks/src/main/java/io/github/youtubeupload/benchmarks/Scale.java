package io.github.youtubeupload.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;

/**
 * How much is measured.
 *
 * @param folder for the videos
 * @param bytes of the largest video
 * @param rounds over all contenders, one after the other; medians are taken
 * @param warmUps how often a client uploads the video before that counts: the JVM's TLS is slow
 *     until it is compiled, which takes gigabytes
 * @param cancels how often an upload is cancelled
 * @param slice how long one rate of reservations is taken
 */
record Scale(Path folder, long bytes, int rounds, int warmUps, int cancels, Duration slice) {
  private static final long GB = 1_000_000_000;

  static Scale of(Path folder, double gigabytes, int rounds) {
    return new Scale(folder, (long) (gigabytes * GB), rounds, 4, 400, Duration.ofSeconds(2));
  }

  /** The videos to warm up with. */
  List<Path> warmUp(Path video) {
    return Collections.nCopies(warmUps, video);
  }
}

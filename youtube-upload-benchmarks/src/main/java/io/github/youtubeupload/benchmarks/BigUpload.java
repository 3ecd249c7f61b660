package io.github.youtubeupload.benchmarks;

import static io.github.youtubeupload.benchmarks.Table.number;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Memory does not depend on size: a video of very many bytes through a heap of very few. */
final class BigUpload {
  private static final long GB = 1_000_000_000;

  private final Path folder;
  private final Tls tls;

  BigUpload(Path folder, Tls tls) {
    this.folder = folder;
    this.tls = tls;
  }

  String run(double gigabytes, String heap) throws IOException, InterruptedException {
    Path video = Videos.sparse(folder, (long) (gigabytes * GB));
    Contender contender = tls == Tls.DEFAULT ? Contender.ENGINE : Contender.ENGINE_CONSCRYPT;
    try (Server server = Server.start(folder)) {
      Figures figures = Jvm.client(contender, server.target(), heap, video, 1, List.of());
      if (server.received() != figures.bytes()) {
        throw new IOException("The server received " + server.received() + " bytes");
      }
      return describe(contender, heap, figures);
    }
  }

  private static String describe(Contender contender, String heap, Figures figures) {
    return new Table(
            "client",
            "video GB",
            "heap",
            "MB/s",
            "CPU s/GB",
            "peak heap MB",
            "peak RSS MB",
            "allocated MB/GB")
        .row(
            List.of(
                contender.toString(),
                number(figures.bytes() / (double) GB, 2),
                "-Xmx" + heap,
                number(figures.megabytesPerSecond(), 0),
                number(figures.cpuSecondsPerGb(), 2),
                number(figures.peakHeap() / 1e6, 1),
                number(figures.peakRss() / 1e6, 1),
                number(figures.allocatedPerGb() / 1e6, 1)))
        .toString();
  }
}

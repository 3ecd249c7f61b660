package io.github.youtubeupload.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

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
      Figures figures = Jvm.client(contender, server.target(), heap, video, 1);
      if (server.received() != figures.bytes()) {
        throw new IOException("The server received " + server.received() + " bytes");
      }
      return describe(contender, heap, figures);
    }
  }

  private static String describe(Contender contender, String heap, Figures figures) {
    return String.format(
        Locale.ROOT,
        """
        %s, %.1f GB under -Xmx%s over TLS
        throughput            %.0f MB/s (%.0f s)
        CPU of the client     %.2f s/GB
        peak heap             %.1f MB
        peak RSS              %.1f MB
        allocated             %.3f MB per GB uploaded
        """,
        contender,
        figures.bytes() / (double) GB,
        heap,
        figures.megabytesPerSecond(),
        figures.seconds(),
        figures.cpuSecondsPerGb(),
        figures.peakHeap() / 1e6,
        figures.peakRss() / 1e6,
        figures.allocatedPerGb() / 1e6);
  }
}

package io.github.youtubeupload;

import io.github.youtubeupload.auth.YouTubeCredentials;
import io.github.youtubeupload.source.TestContent;
import io.github.youtubeupload.source.TestOrigin;
import io.github.youtubeupload.source.VideoSource;
import io.github.youtubeupload.testkit.FakeYouTube;
import io.github.youtubeupload.testkit.Storage;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Measures a relay between two ends of the same speed beside download-then-upload. Run it with a
 * small heap, which origin, FakeYouTube and client then share: {@code java -Xmx64m …
 * RelayMeasurement [megabytes] [megabytesPerSecond] [folder]}.
 */
final class RelayMeasurement {
  private static final long MEGA = 1_000_000;
  private static final byte[] PATTERN = TestContent.video(1 << 20);

  private final long size;
  private final long bytesPerSecond;
  private final Path folder;

  private RelayMeasurement(long size, long bytesPerSecond, Path folder) {
    this.size = size;
    this.bytesPerSecond = bytesPerSecond;
    this.folder = folder;
  }

  /** Runs it. */
  public static void main(String[] args) throws IOException {
    long size = MEGA * (args.length > 0 ? Long.parseLong(args[0]) : 2000);
    long speed = MEGA * (args.length > 1 ? Long.parseLong(args[1]) : 100);
    Path parent = args.length > 2 ? Path.of(args[2]) : Files.createTempDirectory("relay");
    new RelayMeasurement(size, speed, Files.createDirectories(parent)).run();
  }

  private void run() throws IOException {
    System.out.printf(
        "%d MB, both ends throttled to %d MB/s, max heap %d MB%n",
        size / MEGA, bytesPerSecond / MEGA, Runtime.getRuntime().maxMemory() / (1 << 20));
    try (TestOrigin origin = new TestOrigin(this::serve);
        FakeYouTube youtube =
            FakeYouTube.builder()
                .storage(Storage.DISCARD)
                .bytesPerSecond(bytesPerSecond)
                .receiveBuffer(256 * 1024)
                .start();
        UploadClient client =
            UploadClient.builder()
                .endpoint(URI.create(youtube.rootUrl()))
                .credentials(YouTubeCredentials.accessToken(youtube.accessToken()))
                .stateDirectory(folder.resolve("state"))
                .build()) {
      upload(client, origin.source("/warm-up.mp4").sizeLimit(size).build());
      resetPeak();
      double relay = upload(client, origin.source("/v.mp4").build());
      System.out.printf(
          "relay                 %6.2f s, peak heap %d MB, disk %d bytes%n",
          relay, peakHeap() / (1 << 20), disk());
      resetPeak();
      Path file = folder.resolve("v.mp4");
      double down = download(origin.url("/v.mp4").toURL(), file);
      double up = upload(client, VideoSource.file(file));
      System.out.printf("one leg, download     %6.2f s%none leg, upload       %6.2f s%n", down, up);
      System.out.printf(
          "download-then-upload  %6.2f s, peak heap %d MB, disk %d bytes%n",
          down + up, peakHeap() / (1 << 20), disk());
      Files.delete(file);
      System.out.printf(
          "relay / one leg = %.3f, relay / download-then-upload = %.3f%n",
          relay / Math.max(down, up), relay / (down + up));
    }
  }

  private static double upload(UploadClient client, VideoSource source) {
    long start = System.nanoTime();
    client.upload(
        UploadRequest.builder()
            .source(source)
            .metadata(VideoMetadata.builder().title("Measured").build())
            .build());
    return seconds(start);
  }

  private static double download(URL url, Path file) throws IOException {
    long start = System.nanoTime();
    try (var in = url.openStream()) {
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
    }
    return seconds(start);
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
  }

  /** Serves the pattern again and again; the warm-up's is short. */
  private void serve(TestOrigin.Request request, OutputStream out) throws IOException {
    long total = request.target().startsWith("/warm") ? 20 * MEGA : size;
    long from = request.from();
    boolean partial = !request.header("Range").isEmpty();
    TestOrigin.head(
        out,
        partial ? "HTTP/1.1 206 Partial Content" : "HTTP/1.1 200 OK",
        partial ? "Content-Range: bytes %d-%d/%d".formatted(from, total - 1, total) : "X-No: range",
        "Content-Length: " + (total - from),
        "ETag: \"v1\"");
    long start = System.nanoTime();
    int piece = 64 * 1024;
    for (long at = from; at < total; ) {
      int offset = (int) (at % PATTERN.length);
      int n = (int) Math.min(Math.min(piece, PATTERN.length - offset), total - at);
      out.write(PATTERN, offset, n);
      at += n;
      double due = (at - from) * 1e9 / bytesPerSecond;
      LockSupport.parkNanos((long) due - (System.nanoTime() - start));
    }
  }

  private long disk() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(path -> path.toFile().length()).sum();
    }
  }

  private static void resetPeak() {
    System.gc();
    ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  private static long peakHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }
}

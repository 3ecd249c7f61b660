package io.github.youtubeupload.benchmarks;

import io.github.youtubeupload.UploadClient;
import io.github.youtubeupload.UploadRequest;
import io.github.youtubeupload.metadata.VideoMetadata;
import io.github.youtubeupload.source.HostPolicy;
import io.github.youtubeupload.source.UrlSource;
import io.github.youtubeupload.source.VideoSource;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * A process that brings a video from a URL to the server, without a file and with one. Takes the
 * target, the URL of the video, that of one to warm up with, and a place for the file. Prints
 * seconds, peak heap and bytes written to files: of the relay, of the download, and of the upload
 * after it.
 */
final class RelayMain {
  private RelayMain() {}

  public static void main(String[] args) throws IOException {
    List<String> words = List.of(args);
    URI url = URI.create(words.get(4));
    Path file = Path.of(words.get(6));
    try (UploadClient client =
        EngineUploader.client(Target.parse(words.subList(0, 4)), Tls.DEFAULT, 1)) {
      upload(client, relay(URI.create(words.get(5))));
      System.out.println(
          measured(() -> upload(client, relay(url)))
              + measured(() -> download(url, file))
              + measured(() -> upload(client, VideoSource.file(file))));
    }
  }

  private interface Leg {
    void go() throws IOException;
  }

  private static String measured(Leg leg) throws IOException {
    long written = Meter.written();
    Meter meter = new Meter();
    leg.go();
    Figures figures = meter.stop(0);
    return "%s %d %d ".formatted(figures.seconds(), figures.peakHeap(), Meter.written() - written);
  }

  private static VideoSource relay(URI url) {
    return UrlSource.builder(url)
        .hostPolicy(HostPolicy.publicOnly().allowNetwork("127.0.0.0/8"))
        .build();
  }

  private static void upload(UploadClient client, VideoSource source) {
    client.upload(
        UploadRequest.builder()
            .source(source)
            .metadata(VideoMetadata.builder().title("Benchmark").build())
            .build());
  }

  private static void download(URI url, Path file) throws IOException {
    try (InputStream in = url.toURL().openStream()) {
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}

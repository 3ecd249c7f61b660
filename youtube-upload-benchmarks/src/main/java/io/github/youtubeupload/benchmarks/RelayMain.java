package io.github.youtubeupload.benchmarks;

import io.github.youtubeupload.UploadClient;
import io.github.youtubeupload.UploadRequest;
import io.github.youtubeupload.VideoMetadata;
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
 * target, the URL of the video, that of one to warm up with, and a place for the file. Prints the
 * seconds of the relay, of the download, and of the upload after it.
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
      double relay = upload(client, relay(url));
      double download = download(url, file);
      double upload = upload(client, VideoSource.file(file));
      System.out.println(relay + " " + download + " " + upload);
    }
  }

  private static VideoSource relay(URI url) {
    return UrlSource.builder(url)
        .hostPolicy(HostPolicy.publicOnly().allowNetwork("127.0.0.0/8"))
        .build();
  }

  private static double upload(UploadClient client, VideoSource source) {
    long start = System.nanoTime();
    client.upload(
        UploadRequest.builder()
            .source(source)
            .metadata(VideoMetadata.builder().title("Benchmark").build())
            .build());
    return (System.nanoTime() - start) / 1e9;
  }

  private static double download(URI url, Path file) throws IOException {
    long start = System.nanoTime();
    try (InputStream in = url.toURL().openStream()) {
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
    }
    return (System.nanoTime() - start) / 1e9;
  }
}

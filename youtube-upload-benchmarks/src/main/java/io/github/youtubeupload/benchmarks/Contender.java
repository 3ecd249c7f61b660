package io.github.youtubeupload.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Who takes part. */
enum Contender {
  ENGINE("youtube-upload"),
  ENGINE_CONSCRYPT("youtube-upload, Conscrypt"),
  GOOGLE("MediaHttpUploader, 10 MB chunks (default)"),
  GOOGLE_1MB("MediaHttpUploader, 1 MB chunks"),
  GOOGLE_DIRECT("MediaHttpUploader, direct"),
  SOCKET("bare SSLSocket loop"),
  SOCKET_CONSCRYPT("bare SSLSocket loop, Conscrypt"),
  CURL("curl -T");

  private final String label;

  Contender(String label) {
    this.label = label;
  }

  static List<Contender> present() {
    return Stream.of(values()).filter(one -> one != CURL || Curl.exists()).toList();
  }

  /** Makes it ready; in its own process. */
  Uploader open(Target target, int concurrent) throws IOException {
    return switch (this) {
      case ENGINE -> new EngineUploader(target, Tls.DEFAULT, concurrent);
      case ENGINE_CONSCRYPT -> new EngineUploader(target, Tls.CONSCRYPT, concurrent);
      case GOOGLE -> new GoogleUploader(target, 10 << 20);
      case GOOGLE_1MB -> new GoogleUploader(target, 1 << 20);
      case GOOGLE_DIRECT -> new GoogleUploader(target, GoogleUploader.DIRECT);
      case SOCKET -> new SocketUploader(target, Tls.DEFAULT);
      case SOCKET_CONSCRYPT -> new SocketUploader(target, Tls.CONSCRYPT);
      case CURL -> throw new IOException("curl runs in no JVM");
    };
  }

  /** Uploads a video in a process of its own, after another one to warm up with. */
  Figures run(Target target, String heap, Path video, Path... warmUp)
      throws IOException, InterruptedException {
    return this == CURL
        ? Curl.upload(target, video)
        : Jvm.client(this, target, heap, video, 1, warmUp);
  }

  /** A figure that only a JVM has. */
  String inJvm(String figure) {
    return this == CURL ? "–" : figure;
  }

  @Override
  public String toString() {
    return label;
  }
}

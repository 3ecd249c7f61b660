package io.github.youtubeupload.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Who takes part. */
enum Contender {
  ENGINE("youtube-upload", (target, places) -> new EngineUploader(target, Tls.DEFAULT, places)),
  ENGINE_CONSCRYPT(
      "youtube-upload, Conscrypt",
      (target, places) -> new EngineUploader(target, Tls.CONSCRYPT, places)),
  GOOGLE(
      "MediaHttpUploader, 10 MB chunks (default)",
      (target, places) -> new GoogleUploader(target, 10 << 20)),
  GOOGLE_1MB(
      "MediaHttpUploader, 1 MB chunks", (target, places) -> new GoogleUploader(target, 1 << 20)),
  GOOGLE_DIRECT(
      "MediaHttpUploader, direct",
      (target, places) -> new GoogleUploader(target, GoogleUploader.DIRECT)),
  SOCKET("bare SSLSocket loop", (target, places) -> new SocketUploader(target, Tls.DEFAULT)),
  SOCKET_CONSCRYPT(
      "bare SSLSocket loop, Conscrypt",
      (target, places) -> new SocketUploader(target, Tls.CONSCRYPT)),
  CURL(
      "curl -T",
      (target, places) -> {
        throw new IOException("curl runs in no JVM");
      });

  private final String label;
  private final Maker maker;

  Contender(String label, Maker maker) {
    this.label = label;
    this.maker = maker;
  }

  private interface Maker {
    Uploader make(Target target, int concurrent) throws IOException;
  }

  static List<Contender> present() {
    return Stream.of(values()).filter(one -> one != CURL || Curl.exists()).toList();
  }

  /** Makes it ready; in its own process. */
  Uploader open(Target target, int concurrent) throws IOException {
    return maker.make(target, concurrent);
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

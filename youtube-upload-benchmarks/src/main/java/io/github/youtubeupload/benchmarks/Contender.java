package io.github.youtubeupload.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Who takes part. */
enum Contender {
  ENGINE("youtube-upload"),
  ENGINE_CONSCRYPT("youtube-upload, Conscrypt"),
  GOOGLE("MediaHttpUploader, 10 MB chunks (default)"),
  GOOGLE_1MB("MediaHttpUploader, 1 MB chunks"),
  GOOGLE_DIRECT("MediaHttpUploader, direct"),
  GOOGLE_BACKOFF("MediaHttpUploader with HttpBackOffIOExceptionHandler"),
  SOCKET("bare SSLSocket loop"),
  SOCKET_CONSCRYPT("bare SSLSocket loop, Conscrypt"),
  CURL("curl -T"),
  PYTHON("Google's Python client, 1 MB chunks");

  private final String label;

  Contender(String label) {
    this.label = label;
  }

  /** Those whose programs are installed. */
  static List<Contender> present(Contender... wanted) {
    return Stream.of(wanted).filter(Contender::exists).toList();
  }

  private boolean exists() {
    return switch (this) {
      case CURL -> Curl.exists();
      case PYTHON -> Python.exists();
      default -> true;
    };
  }

  /** Makes it ready; in its own process. */
  Uploader open(Target target, int concurrent) throws IOException {
    return switch (this) {
      case ENGINE -> new EngineUploader(target, Tls.DEFAULT, concurrent);
      case ENGINE_CONSCRYPT -> new EngineUploader(target, Tls.CONSCRYPT, concurrent);
      case GOOGLE -> new GoogleUploader(target, 10 << 20, false);
      case GOOGLE_1MB -> new GoogleUploader(target, 1 << 20, false);
      case GOOGLE_DIRECT -> new GoogleUploader(target, GoogleUploader.DIRECT, false);
      case GOOGLE_BACKOFF -> new GoogleUploader(target, 10 << 20, true);
      case SOCKET -> new SocketUploader(target, Tls.DEFAULT);
      case SOCKET_CONSCRYPT -> new SocketUploader(target, Tls.CONSCRYPT);
      case CURL, PYTHON -> throw new IOException(this + " runs in no JVM");
    };
  }

  /** Uploads a video in a process of its own, after others to warm up with. */
  Figures run(Target target, String heap, Path video, List<Path> warmUps)
      throws IOException, InterruptedException {
    return switch (this) {
      case CURL -> Curl.upload(target, video);
      case PYTHON -> {
        List<Path> videos = new ArrayList<>(warmUps);
        videos.add(video);
        yield Python.upload(target, videos);
      }
      default -> Jvm.client(this, target, heap, video, 1, warmUps);
    };
  }

  /** A figure that only a JVM has. */
  String inJvm(String figure) {
    return this == CURL || this == PYTHON ? "–" : figure;
  }

  @Override
  public String toString() {
    return label;
  }
}

package io.github.youtubeupload.benchmarks;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * Where a client uploads to.
 *
 * @param root of the API, ends with a slash
 * @param token an access token
 * @param certificate the file with the only certificate to trust, as PEM
 */
record Target(URI root, String token, Path certificate) {

  static Target parse(List<String> words) {
    return new Target(URI.create(words.get(0)), words.get(1), Path.of(words.get(2)));
  }

  List<String> words() {
    return List.of(root.toString(), token, certificate.toString());
  }

  /** The same server, reached by another port. */
  Target through(int port) {
    return new Target(URI.create("https://127.0.0.1:" + port + "/"), token, certificate);
  }

  URI opening() {
    return root.resolve("upload/youtube/v3/videos?uploadType=resumable&part=snippet,status");
  }
}

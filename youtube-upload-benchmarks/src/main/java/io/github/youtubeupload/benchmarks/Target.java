package io.github.youtubeupload.benchmarks;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * Where a client uploads to.
 *
 * @param root of the API, ends with a slash
 * @param near the same without a delay, to warm up with
 * @param token an access token
 * @param certificate the file with the only certificate to trust, as PEM
 */
record Target(URI root, String token, Path certificate, URI near) {

  /** Takes three words, or four if there is a way without delay. */
  static Target parse(List<String> words) {
    return new Target(
        URI.create(words.get(0)),
        words.get(1),
        Path.of(words.get(2)),
        URI.create(words.get(words.size() > 3 ? 3 : 0)));
  }

  List<String> words() {
    return List.of(root.toString(), token, certificate.toString(), near.toString());
  }

  /** The same server, reached by another port. */
  Target through(int port) {
    return new Target(URI.create("https://127.0.0.1:" + port + "/"), token, certificate, near);
  }

  Target withoutDelay() {
    return new Target(near, token, certificate, near);
  }

  URI opening() {
    return root.resolve("upload/youtube/v3/videos?uploadType=resumable&part=snippet,status");
  }
}

package io.github.youtubeupload.benchmarks;

import io.github.youtubeupload.testkit.FakeYouTube;
import io.github.youtubeupload.testkit.QuotaRules;
import io.github.youtubeupload.testkit.Storage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The server's process. Answers a line for every line it is given, and ends with its input. */
final class ServerMain {
  private ServerMain() {}

  public static void main(String[] args) throws IOException {
    Path certificate = Path.of(args[0]);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (FakeYouTube server =
        FakeYouTube.builder()
            .tls()
            .storage(Storage.DISCARD)
            .project("benchmark", QuotaRules.unlimited())
            .start()) {
      Tls.write(server.certificate(), certificate);
      System.out.println(server.rootUrl() + " " + server.accessToken() + " " + certificate);
      while (in.readLine() != null) {
        System.out.println(server.bytesReceived());
      }
    }
  }
}

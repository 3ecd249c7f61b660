package io.github.youtubeupload.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.youtubeupload.testkit.FakeYouTube;
import io.github.youtubeupload.testkit.QuotaRules;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One user takes all there is to take; another one is served nevertheless. */
class FairnessTest {
  private static final String ANN = "UCannannannannannannanna";
  private static final String EVE = "UCeveeveeveeveeveeveevee";
  private static final int SILENT = 60;

  @TempDir Path directory;
  private Path state;
  private FakeYouTube youtube;
  private Backend backend;
  private String eve;
  private Api ann;

  @BeforeEach
  void start() {
    state = directory.resolve("state");
    youtube =
        FakeYouTube.builder()
            .project("p", QuotaRules.unlimited())
            .channel(ANN)
            .channel(EVE)
            .start();
    backend = Backend.with(youtube, state, "ALLOWED_SOURCE_HOSTS=127.0.0.1");
    eve = youtube.issueAccessToken(youtube.grant().channel(EVE));
    ann = backend.api(youtube.issueAccessToken(youtube.grant().channel(ANN)));
  }

  @AfterEach
  void stop() {
    backend.close();
    youtube.close();
  }

  @Test
  void sixtySilentUrlsOfOneUserDoNotDelayAnother() throws Exception {
    Path video = Videos.of(directory, "friends.mp4", 100_000);
    try (ServerSocket silent = new ServerSocket(0, 100, InetAddress.getLoopbackAddress())) {
      String url = "http://127.0.0.1:" + silent.getLocalPort() + "/v.mp4";
      for (int i = 0; i < SILENT; i++) {
        Api.Answer taken =
            backend
                .api(eve)
                .postJson("{\"videoUrl\":\"" + url + "\",\"metadata\":{\"title\":\"T\"}}");
        assertThat(taken.status()).as(taken.raw().body()).isEqualTo(200);
      }

      String id = ann.upload(video);

      CompletableFuture<?> done =
          CompletableFuture.supplyAsync(() -> ann.awaitStatus(id, "completed"));
      assertThat(done).succeedsWithin(60, TimeUnit.SECONDS);
    }
  }

  @Test
  void whoAnnouncesMuchAndSendsNothingKeepsNobodyElseOut() throws IOException {
    long most = Files.getFileStore(state).getUsableSpace() / 10 * 9;
    try (RawRequest ignored = post(eve, most)) {
      assertThat(ann.upload(Videos.of(directory, "friends.mp4", 1000))).isNotEmpty();
    }
  }

  @Test
  void slowPostsOfOneUserSilenceNeitherHealthNorAnother() throws IOException {
    RawRequest[] slow = new RawRequest[230];
    try {
      for (int i = 0; i < slow.length; i++) {
        slow[i] = post(eve, 1_000_000);
      }

      assertThat(ann.get("/actuator/health").status()).isEqualTo(200);
      assertThat(ann.upload(Videos.of(directory, "friends.mp4", 1000))).isNotEmpty();
      assertThat(slow[slow.length - 1].answer()).contains(" 429 ");
    } finally {
      for (RawRequest request : slow) {
        if (request != null) {
          request.close();
        }
      }
    }
  }

  private RawRequest post(String token, long length) throws IOException {
    return new RawRequest(
        backend.port(),
        "POST /api/youtube/upload HTTP/1.1",
        "Authorization: Bearer " + token,
        "Content-Type: multipart/form-data; boundary=b",
        "Content-Length: " + length);
  }
}

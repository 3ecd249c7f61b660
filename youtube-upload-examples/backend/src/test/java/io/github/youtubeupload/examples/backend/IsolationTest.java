package io.github.youtubeupload.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.youtubeupload.testkit.FakeYouTube;
import io.github.youtubeupload.testkit.Grant;
import io.github.youtubeupload.testkit.QuotaRules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IsolationTest {
  private static final String ANN = "UCannannannannannannanna";
  private static final String BOB = "UCbobbobbobbobbobbobbobb";

  @TempDir Path state;

  @Test
  void nobodySeesOrSteersWhatBelongsToAnother() throws IOException {
    try (FakeYouTube youtube = slowWithTwoChannels();
        Backend backend = Backend.with(youtube, state)) {
      Grant ann = youtube.grant().channel(ANN);
      Api anns = backend.api(youtube.issueAccessToken(ann));
      String id = anns.upload(Videos.of(state, "friends.mp4", 12_000_000));
      List<Api> others =
          List.of(
              backend.api(youtube.issueAccessToken(youtube.grant().channel(BOB))),
              backend.api(youtube.issueAccessToken(ann.scopes(Grant.UPLOAD))));

      for (Api other : others) {
        assertThat(
                Stream.of(
                    other.get("/api/youtube/status/" + id),
                    other.get("/api/youtube/events/" + id),
                    other.delete("/api/youtube/cancel/" + id),
                    other.post("/api/youtube/pause/" + id),
                    other.post("/api/youtube/resume/" + id),
                    other.post("/api/youtube/reconcile/" + id)))
            .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(404))
            .allSatisfy(answer -> assertThat(answer.code()).isEqualTo("unknown_upload"));
        assertThat(other.get("/api/youtube/uploads").json().size()).isZero();
      }

      Api anotherTokenOfAnn = backend.api(youtube.issueAccessToken(ann));
      assertThat(anotherTokenOfAnn.get("/api/youtube/uploads").json().size()).isEqualTo(1);
      Browser annInABrowser = new Browser(backend);
      annInABrowser.signIn(ANN);
      assertThat(annInABrowser.json("api/youtube/status/" + id).path("title").asString())
          .isEqualTo("friends.mp4");
      assertThat(anns.delete("/api/youtube/cancel/" + id).text("status")).isEqualTo("cancelled");
      assertThat(backend.api("not-a-token").get("/api/youtube/uploads").status()).isEqualTo(401);
    }
  }

  private static FakeYouTube slowWithTwoChannels() {
    return FakeYouTube.builder()
        .project("p", QuotaRules.unlimited())
        .channel(ANN)
        .channel(BOB)
        .bytesPerSecond(200_000)
        .receiveBuffer(64 * 1024)
        .start();
  }
}

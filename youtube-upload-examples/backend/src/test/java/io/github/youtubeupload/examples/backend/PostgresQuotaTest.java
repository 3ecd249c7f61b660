package io.github.youtubeupload.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.youtubeupload.FreePort;
import io.github.youtubeupload.testkit.FakeYouTube;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresQuotaTest {
  @TempDir Path directory;

  @Test
  void twoMachinesShareTheQuotaInPostgres() throws IOException {
    try (EmbeddedPostgres server =
            EmbeddedPostgres.builder()
                .setPort(FreePort.next())
                .setLocaleConfig("locale", "C")
                .start();
        FakeYouTube youtube = FakeYouTube.start();
        Backend one = machine("one", server, youtube);
        Backend other = machine("other", server, youtube)) {
      Path video = Videos.of(directory, "friends.mp4", 1000);
      String token = youtube.accessToken();

      Api first = one.api(token);
      first.awaitStatus(first.upload(video), "completed");

      assertThat(other.api(token).postFile(video, "{\"title\":\"t\"}").code())
          .isEqualTo("quota_exhausted");
      assertThat(other.api("").get("/actuator/health").text("status")).isEqualTo("UP");
    }
  }

  private Backend machine(String name, EmbeddedPostgres server, FakeYouTube youtube) {
    String url = "postgres://postgres:none@localhost:" + server.getPort() + "/postgres";
    return Backend.with(
        youtube, directory.resolve(name), "DATABASE_URL=" + url, "YOUTUBE_QUOTA_LIMIT=1");
  }
}

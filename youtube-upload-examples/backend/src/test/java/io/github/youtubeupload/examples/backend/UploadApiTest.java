package io.github.youtubeupload.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.youtubeupload.testkit.FakeYouTube;
import io.github.youtubeupload.testkit.Grant;
import io.github.youtubeupload.testkit.QuotaRules;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class UploadApiTest {
  @TempDir static Path directory;
  private static FakeYouTube youtube;
  private static FakeYouTube slow;
  private static Backend backend;
  private static Backend crawling;

  @BeforeAll
  static void start() {
    youtube = FakeYouTube.builder().project("p", QuotaRules.unlimited()).start();
    slow =
        FakeYouTube.builder()
            .project("p", QuotaRules.unlimited())
            .bytesPerSecond(300_000)
            .receiveBuffer(64 * 1024)
            .start();
    backend = Backend.with(youtube, directory.resolve("state"), "ALLOWED_SOURCE_HOSTS=127.0.0.1");
    crawling = Backend.with(slow, directory.resolve("slow"));
  }

  @AfterAll
  static void stop() {
    backend.close();
    crawling.close();
    youtube.close();
    slow.close();
  }

  @Test
  void aPostedFileBecomesAVideoByteForByteAndIsRemoved() throws IOException {
    Api api = backend.api(youtube.accessToken());
    Path file = Videos.of(directory, "friends.mp4", 3_000_000);

    Api.Answer accepted =
        api.postFile(file, "{\"title\":\"Friends\",\"tags\":\"a, b c\",\"privacy\":\"unlisted\"}");
    JsonNode done = api.awaitStatus(accepted.text("upload_id"), "completed");

    assertThat(accepted.text("status")).isEqualTo("started");
    assertThat(accepted.text("message")).isNotEmpty();
    assertThat(accepted.json().path("quota_status").path("can_upload").asBoolean()).isTrue();
    assertThat(done.path("progress").asDouble()).isEqualTo(100);
    assertThat(done.path("title").asString()).isEqualTo("Friends");
    assertThat(done.path("source").asString()).isEqualTo("friends.mp4");
    assertThat(done.path("bytes_total").asLong()).isEqualTo(3_000_000);
    assertThat(done.path("error").isNull()).isTrue();
    String id = done.path("video_id").asString();
    assertThat(done.path("video_url").asString()).endsWith("watch?v=" + id);
    assertThat(done.path("studio_url").asString()).contains(id);
    assertThat(youtube.videos())
        .filteredOn(video -> video.id().equals(id))
        .singleElement()
        .satisfies(
            video -> {
              assertThat(video.sha256()).isEqualTo(Videos.sha256(file));
              assertThat(video.privacyStatus()).isEqualTo("unlisted");
              assertThat(video.tags()).containsExactly("a", "b c");
            });
  }

  @Test
  void aUrlIsTakenInTheNestedFormAndInTheFlatOne() throws IOException {
    String token = youtube.accessToken();
    Api api = backend.api(token);
    String first = api.upload(Videos.of(directory, "origin.mp4", 700_000));
    String origin =
        youtube.rootUrl()
            + "media/"
            + api.awaitStatus(first, "completed").path("video_id").asString();

    Api.Answer nested =
        api.postJson("{\"videoUrl\":\"" + origin + "\",\"metadata\":{\"title\":\"Nested\"}}");
    Api.Answer flat =
        backend
            .api("")
            .postJson(
                "{\"video_url\":\"%s\",\"title\":\"Flat\",\"tags\":\"x,y\",\"privacy\":\"private\",\"access_token\":\"%s\"}"
                    .formatted(origin, token));

    assertThat(api.awaitStatus(nested.text("upload_id"), "completed").path("bytes_sent").asLong())
        .isEqualTo(700_000);
    assertThat(api.awaitStatus(flat.text("upload_id"), "completed").path("title").asString())
        .isEqualTo("Flat");
  }

  @Test
  void aRunningUploadIsPausedResumedAndCancelled() throws Exception {
    Api api = crawling.api(slow.accessToken());
    String id = api.upload(Videos.of(directory, "steered.mp4", 24_000_000));
    JsonNode moving = api.await(id, view -> view.path("bytes_per_second").asLong() > 0);
    assertThat(moving.path("status").asString()).isEqualTo("uploading");
    assertThat(moving.path("progress").asDouble()).isBetween(0.0, 99.9);
    assertThat(moving.path("seconds_left").isNumber()).isTrue();

    assertThat(api.post("/api/youtube/pause/" + id).text("status")).isEqualTo("suspended");
    assertThat(api.post("/api/youtube/resume/" + id).status()).isEqualTo(200);
    api.awaitStatus(id, "uploading");
    Api.Answer cancelled = api.delete("/api/youtube/cancel/" + id);

    assertThat(cancelled.status()).isEqualTo(200);
    assertThat(cancelled.text("status")).isEqualTo("cancelled");
    assertThat(api.delete("/api/youtube/cancel/" + id).status()).as("twice").isEqualTo(200);
    assertThat(api.post("/api/youtube/resume/" + id).code()).isEqualTo("already_over");
    assertThat(slow.videos()).isEmpty();
  }

  @Test
  void aPausedUploadIsCancelledToo() throws Exception {
    Api api = crawling.api(slow.accessToken());
    String id = api.upload(Videos.of(directory, "paused.mp4", 12_000_000));
    slow.awaitBytesReceived(1, Duration.ofSeconds(20));
    api.post("/api/youtube/pause/" + id);

    assertThat(api.delete("/api/youtube/cancel/" + id).text("status")).isEqualTo("cancelled");
  }

  @Test
  void theHistoryIsNewestFirst() throws IOException {
    Api api = backend.api(youtube.issueAccessToken(youtube.grant().scopes(Grant.UPLOAD)));
    String older = api.upload(Videos.of(directory, "older.mp4", 1000));
    api.awaitStatus(older, "completed");
    String newer = api.upload(Videos.of(directory, "newer.mp4", 1000));
    api.awaitStatus(newer, "completed");

    assertThat(api.get("/api/youtube/uploads").json().valueStream())
        .extracting(view -> view.path("upload_id").asString())
        .containsExactly(newer, older);
  }
}

package io.github.youtubeupload.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.youtubeupload.testkit.FakeYouTube;
import io.github.youtubeupload.testkit.Fault;
import io.github.youtubeupload.testkit.FaultScript;
import io.github.youtubeupload.testkit.Step;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class OperationsTest {
  private static final String QUOTA = "/api/youtube/quota";

  @TempDir Path directory;
  private FakeYouTube youtube;

  @BeforeEach
  void start() {
    youtube = FakeYouTube.start();
  }

  @AfterEach
  void stop() {
    youtube.close();
  }

  @Test
  void healthAndMetricsTellHowItIsGoing() throws IOException {
    try (Backend backend = backend()) {
      Api api = backend.api(youtube.accessToken());
      String id = api.upload(Videos.of(directory, "friends.mp4", 500_000));
      api.awaitStatus(id, "completed");

      assertThat(api.get("/actuator/health").text("status")).isEqualTo("UP");
      String ended = "youtube_uploads_ended_total{outcome=\"completed\"} 1.0";
      assertThat(api.awaitText("/actuator/prometheus", ended))
          .contains(ended)
          .contains("youtube_upload_sent_bytes_total 500000.0")
          .contains("youtube_upload_retries_total 0.0")
          .doesNotContain(id);
      String used = "youtube_quota_used_units 1.0";
      assertThat(api.awaitText("/actuator/prometheus", used)).contains(used);
    }
  }

  @Test
  void noRoomInTheQuotaIsSaidBeforeTheFileIsTaken() throws IOException {
    try (Backend backend = backend("YOUTUBE_QUOTA_LIMIT=1")) {
      Api api = backend.api(youtube.accessToken());
      Path video = Videos.of(directory, "friends.mp4", 1000);
      api.awaitStatus(api.upload(video), "completed");

      Api.Answer refused = api.postFile(video, "{\"title\":\"Another\"}");

      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.code()).isEqualTo("quota_exhausted");
      JsonNode quota = refused.json().path("detail").path("quota_status");
      assertThat(quota.path("can_upload").asBoolean()).isFalse();
      assertThat(quota.path("used_quota").asLong()).isEqualTo(1);
      assertThat(quota.path("max_uploads_remaining").asLong()).isZero();
      assertThat(Instant.parse(quota.path("resets_at").asString())).isAfter(Instant.now());
      assertThat(Long.parseLong(refused.header("Retry-After"))).isBetween(1L, 25 * 3600L);
    }
  }

  @Test
  void quotaSurvivesARestartAndCanBeThePlainPool() throws IOException {
    String token = youtube.accessToken();
    try (Backend first = backend("YOUTUBE_QUOTA_POLICY=pool")) {
      Api api = first.api(token);
      api.awaitStatus(api.upload(Videos.of(directory, "friends.mp4", 1000)), "completed");
    }
    try (Backend second = backend("YOUTUBE_QUOTA_POLICY=pool")) {
      JsonNode quota = second.api("").get(QUOTA).json();
      assertThat(quota.path("used_quota").asLong()).isEqualTo(1600);
      assertThat(quota.path("daily_limit").asLong()).isEqualTo(10_000);
      assertThat(quota.path("remaining_quota").asLong()).isEqualTo(8400);
      assertThat(quota.path("upload_cost").asLong()).isEqualTo(1600);
      assertThat(quota.path("max_uploads_remaining").asLong()).isEqualTo(5);
    }
  }

  @Test
  void aFailureIsPostedToTheWebhookAndTheFileIsRemoved() throws Exception {
    BlockingQueue<String> alerts = new LinkedBlockingQueue<>();
    HttpServer hook =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    hook.createContext(
        "/",
        exchange -> {
          alerts.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    hook.start();
    String address = "http://127.0.0.1:" + hook.getAddress().getPort() + "/alerts";
    try (Backend backend = backend("FAILURE_WEBHOOK_URL=" + address)) {
      youtube.script(
          FaultScript.none()
              .on(Step.OPEN, 1, Fault.refusal(400, "youtube.video", "invalidTitle", "Bad title")));
      Api api = backend.api(youtube.accessToken());

      String id = api.upload(Videos.of(directory, "friends.mp4", 1000));
      JsonNode failed = api.awaitStatus(id, "failed");

      assertThat(failed.path("error").asString()).contains("invalidTitle");
      assertThat(alerts.poll(20, TimeUnit.SECONDS))
          .contains("upload_failed", id, "RejectedException")
          .doesNotContain("ya29");
      assertThat(Videos.leftIn(directory.resolve("state"))).isEmpty();
    } finally {
      hook.stop(0);
    }
  }

  @Test
  void browsersAreToldWhatThePageMayDo() {
    try (Backend backend = backend("CORS_ALLOWED_ORIGINS=https://studio.example")) {
      Api api = backend.api("");
      Api.Answer page = Api.send(api.request("/").header("Accept-Language", "ko-KR,ko;q=0.9"));
      assertThat(page.raw().body()).contains("<html lang=\"ko\"");
      assertThat(page.header("Content-Security-Policy")).contains("default-src 'self'");
      assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");

      assertThat(from(api, "https://studio.example").header("Access-Control-Allow-Origin"))
          .isEqualTo("https://studio.example");
      assertThat(from(api, "https://evil.example").status()).isEqualTo(403);
    }
  }

  @Test
  void tooManyRequestsAreSlowedDown() {
    try (Backend backend = backend("RATE_LIMIT_PER_MINUTE=5")) {
      Api api = backend.api("");
      Api.Answer last = api.get(QUOTA);
      for (int i = 0; i < 12 && last.status() == 200; i++) {
        last = api.get(QUOTA);
      }
      assertThat(last.status()).isEqualTo(429);
      assertThat(last.code()).isEqualTo("rate_limited");
      assertThat(Long.parseLong(last.header("Retry-After"))).isBetween(1L, 60L);
      assertThat(api.get("/actuator/health").status()).isEqualTo(200);
    }
  }

  private Backend backend(String... settings) {
    return Backend.with(youtube, directory.resolve("state"), settings);
  }

  private static Api.Answer from(Api api, String origin) {
    HttpRequest.Builder request = api.request(QUOTA);
    return Api.send(request.header("Origin", origin));
  }
}

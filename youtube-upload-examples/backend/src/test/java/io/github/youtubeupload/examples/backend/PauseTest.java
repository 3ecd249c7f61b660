package io.github.youtubeupload.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.youtubeupload.testkit.FakeYouTube;
import io.github.youtubeupload.testkit.Fault;
import io.github.youtubeupload.testkit.FaultScript;
import io.github.youtubeupload.testkit.QuotaRules;
import io.github.youtubeupload.testkit.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What rests, and how long, and what is told of it. */
class PauseTest {
  private static final String ANN = "UCannannannannannannanna";

  private static final String SUSPENDED = "youtube_uploads_active{state=\"suspended\"} 1.0";

  @TempDir Path directory;
  private Path state;
  private Path video;
  private FakeYouTube youtube;
  private String token;

  @BeforeEach
  void start() throws IOException {
    state = directory.resolve("state");
    video = Videos.of(directory, "friends.mp4", 12_000_000);
    youtube =
        FakeYouTube.builder()
            .project("p", QuotaRules.unlimited())
            .channel(ANN)
            .bytesPerSecond(4_000_000)
            .receiveBuffer(64 * 1024)
            .start();
    token = youtube.issueAccessToken(youtube.grant().channel(ANN));
  }

  @AfterEach
  void stop() {
    youtube.close();
  }

  @Test
  void whatItsOwnerPausedGoesOnOnlyWhenItsOwnerSaysSo() throws Exception {
    String id;
    try (Backend first = Backend.with(youtube, state)) {
      id = paused(first.api(token));
      new Browser(first).signIn(ANN);
      assertThat(first.api(token).status(id).path("status").asString()).isEqualTo("suspended");
    }
    try (Backend second = Backend.with(youtube, state)) {
      Api api = second.api(token);
      assertThat(api.status(id).path("status").asString()).isEqualTo("suspended");
      assertThat(api.status(id).path("bytes_sent").asLong()).as("as before").isPositive();
      assertThat(youtube.videos()).isEmpty();

      assertThat(api.post("/api/youtube/resume/" + id).status()).isEqualTo(200);
      api.awaitStatus(id, "completed");
      Videos.awaitNoneIn(state);
    }
  }

  @Test
  void whatWasSentIsShownOfPausedAndOfCancelledUploads() throws Exception {
    String id;
    try (Backend backend = Backend.with(youtube, state)) {
      Api api = backend.api(token);
      id = paused(api);
      assertThat(api.status(id).path("bytes_sent").asLong()).isPositive();
      assertThat(api.awaitText("/actuator/prometheus", SUSPENDED)).contains(SUSPENDED);

      api.delete("/api/youtube/cancel/" + id);
      assertThat(api.status(id).path("status").asString()).isEqualTo("cancelled");
      assertThat(api.status(id).path("bytes_sent").asLong()).isPositive();
    }
    try (Backend second = Backend.with(youtube, state)) {
      assertThat(second.api(token).status(id).path("bytes_sent").asLong()).isPositive();
    }
  }

  @Test
  void whoListensHearsThatAPausedUploadIsCancelled() throws Exception {
    try (Backend backend = Backend.with(youtube, state)) {
      Api api = backend.api(token);
      String id = paused(api);
      CompletableFuture<JsonNode> heard = new CompletableFuture<>();
      CompletableFuture<Void> listening = new CompletableFuture<>();
      Thread listener =
          new Thread(
              () ->
                  heard.complete(
                      api.await(
                          id,
                          view -> {
                            listening.complete(null);
                            return view.path("status").asString().equals("cancelled");
                          })));
      listener.setDaemon(true);
      listener.start();
      listening.get(20, TimeUnit.SECONDS);

      api.delete("/api/youtube/cancel/" + id);

      assertThat(heard.get(20, TimeUnit.SECONDS).path("upload_id").asString()).isEqualTo(id);
    }
  }

  @Test
  void whatNobodyHasGoneOnWithForAMonthIsCancelledAtTheNextStart() throws Exception {
    String id;
    try (Backend first = Backend.with(youtube, state)) {
      id = paused(first.api(token));
    }
    Records.age(state, id, Duration.ofDays(31));

    try (Backend second = Backend.with(youtube, state)) {
      assertThat(second.api(token).status(id).path("status").asString()).isEqualTo("cancelled");
      assertThat(Videos.leftIn(state)).isEmpty();
    }
  }

  @Test
  void anUploadThatWaitsForQuotaSaysUntilWhen() throws IOException {
    youtube.script(FaultScript.none().always(Step.OPEN, Fault.dailyQuota429()));
    try (Backend backend = Backend.with(youtube, state)) {
      Api api = backend.api(token);
      String id = api.upload(video);

      JsonNode waiting = api.awaitStatus(id, "suspended");

      assertThat(waiting.path("error").asString()).contains("quota", "try again after");
      assertThat(api.delete("/api/youtube/cancel/" + id).text("status")).isEqualTo("cancelled");
    }
  }

  private String paused(Api api) throws Exception {
    String id = api.upload(video);
    assertThat(youtube.awaitBytesReceived(1, Duration.ofSeconds(20))).isTrue();
    assertThat(api.post("/api/youtube/pause/" + id).text("status")).isEqualTo("suspended");
    return id;
  }
}

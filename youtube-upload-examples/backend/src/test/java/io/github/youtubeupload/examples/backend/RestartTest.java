package io.github.youtubeupload.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.youtubeupload.FreePort;
import io.github.youtubeupload.testkit.FakeYouTube;
import io.github.youtubeupload.testkit.QuotaRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** However the process ends, the status is there afterwards and the upload becomes one video. */
class RestartTest {
  private static final int SIZE = 16_000_000;

  @TempDir Path directory;
  private FakeYouTube youtube;
  private String token;
  private Path state;
  private Path video;

  @BeforeEach
  void start() throws IOException {
    youtube =
        FakeYouTube.builder()
            .project("p", QuotaRules.unlimited())
            .bytesPerSecond(4_000_000)
            .receiveBuffer(64 * 1024)
            .start();
    token = youtube.accessToken();
    state = directory.resolve("state");
    video = Videos.of(directory, "friends.mp4", SIZE);
  }

  @AfterEach
  void stop() {
    youtube.close();
  }

  @Test
  void anUploadGoesOnAfterARestart() throws Exception {
    String id;
    try (Backend first = Backend.with(youtube, state)) {
      id = first.api(token).upload(video);
      assertThat(youtube.awaitBytesReceived(SIZE / 4, Duration.ofSeconds(30))).isTrue();
    }
    assertThat(youtube.videos()).isEmpty();

    try (Backend second = Backend.with(youtube, state)) {
      completesOnce(second.api(token), id);
    }
  }

  @Test
  void anUploadGoesOnAfterKillMinusNine() throws Exception {
    String id;
    try (ChildBackend first = ChildBackend.start(youtube, state)) {
      id = first.api(token).upload(video);
      assertThat(youtube.awaitBytesReceived(SIZE / 4, Duration.ofSeconds(30))).isTrue();
      Files.createFile(state.resolve("receiving/half.tmp"));
      first.kill();
    }

    try (Backend second = Backend.with(youtube, state)) {
      completesOnce(second.api(token), id);
    }
  }

  @Test
  void aFileNameThatTheLocaleCannotWriteIsTakenAnyway() throws IOException {
    Path small = Videos.of(directory, "small.mp4", 1000);
    try (ChildBackend backend = ChildBackend.start(youtube, state)) {
      Api api = backend.api(token);
      Api.Answer taken = api.postForm(small, "친구.mp4", "metadata_json", "{\"title\":\"친구\"}");

      assertThat(taken.status()).as(taken.raw().body()).isEqualTo(200);
      JsonNode done = api.awaitStatus(taken.text("upload_id"), "completed");
      assertThat(done.path("title").asString()).isEqualTo("친구");
    }
  }

  /** The fake forgets its sessions with the process, so the video is sent again. */
  @Test
  void theDemoGoesOnAfterARestartToo() throws IOException {
    Path port = Files.createDirectories(state.resolve("demo")).resolve("port");
    Files.writeString(port, "" + FreePort.next()); // one that is still free at the second start
    String id;
    try (Backend first = Backend.demo(state)) {
      id = first.api("TOKEN").upload(video);
      first.api("TOKEN").await(id, view -> view.path("bytes_sent").asLong() > 0);
    }

    try (Backend second = Backend.demo(state, "DEMO_BYTES_PER_SECOND=0")) {
      Api api = second.api("TOKEN");
      assertThat(api.status(id).path("title").asString()).isEqualTo("friends.mp4");
      assertThat(api.awaitStatus(id, "completed").path("bytes_total").asLong()).isEqualTo(SIZE);
    }
  }

  @Test
  void theHistoryIsThereAfterARestartWithoutWhatIsDamaged() throws IOException {
    List<String> ids = new ArrayList<>();
    Path small = Videos.of(directory, "small.mp4", 1000);
    try (Backend first = Backend.with(youtube, state)) {
      for (int i = 0; i < 3; i++) {
        ids.add(first.api(token).upload(small));
        first.api(token).awaitStatus(ids.get(i), "completed");
      }
    }
    try (Backend second = Backend.with(youtube, state)) {
      damage(ids.get(1));

      assertThat(second.api(token).get("/api/youtube/uploads").json().valueStream())
          .extracting(view -> view.path("upload_id").asString())
          .containsExactly(ids.get(2), ids.get(0));
    }
  }

  private void damage(String id) throws IOException {
    try (Stream<Path> journal = Files.walk(state.resolve("uploads"))) {
      for (Path file :
          journal
              .filter(Files::isRegularFile)
              .filter(path -> path.toString().contains(id))
              .toList()) {
        Files.writeString(file, "no record");
      }
    }
  }

  private void completesOnce(Api api, String id) throws IOException {
    JsonNode status = api.status(id);
    assertThat(status.path("title").asString()).isEqualTo("friends.mp4");
    assertThat(status.path("bytes_total").asLong()).isEqualTo(SIZE);

    api.awaitStatus(id, "completed");

    assertThat(youtube.videos())
        .singleElement()
        .satisfies(made -> assertThat(made.sha256()).isEqualTo(Videos.sha256(video)));
    assertThat(youtube.sessions()).as("the same session").hasSize(1);
    assertThat(youtube.bytesReceived()).as("from the byte that arrived").isLessThan(2L * SIZE);
  }
}

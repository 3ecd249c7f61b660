package io.github.youtubeupload.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.youtubeupload.testkit.FakeYouTube;
import io.github.youtubeupload.testkit.Fault;
import io.github.youtubeupload.testkit.FaultScript;
import io.github.youtubeupload.testkit.Grant;
import io.github.youtubeupload.testkit.QuotaRules;
import io.github.youtubeupload.testkit.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The session dies after the last byte; the owner asks whether there is a video. */
class ReconcileTest {
  private static final String CALL = "/api/youtube/reconcile/";
  private static final String ANN = "UCannannannannannannanna";
  private static final String BOB = "UCbobbobbobbobbobbobbobb";
  private static final FaultScript VIDEO_EXISTS =
      FaultScript.none().on(Step.SEND, Fault.loseAnswer()).always(Step.ASK, Fault.sessionGone(404));
  private static final FaultScript NO_VIDEO =
      FaultScript.none()
          .on(Step.SEND, Fault.cutBeforeAnswer())
          .always(Step.ASK, Fault.sessionGone(410));

  @TempDir Path directory;
  private Path state;
  private FakeYouTube youtube;
  private Backend backend;
  private Api ann;

  @BeforeEach
  void start() {
    state = directory.resolve("state");
    youtube =
        FakeYouTube.builder()
            .project("p", QuotaRules.unlimited())
            .channel(ANN)
            .channel(BOB)
            .start();
    backend = Backend.with(youtube, state);
    ann = backend.api(youtube.issueAccessToken(youtube.grant().channel(ANN)));
  }

  @AfterEach
  void stop() {
    backend.close();
    youtube.close();
  }

  @Test
  void theVideoIsFound() throws IOException {
    String id = unknown(ann, VIDEO_EXISTS);
    assertThat(Videos.leftIn(state)).as("nothing is sent again").isEmpty();

    Api.Answer found = ann.post(CALL + id);

    assertThat(found.text("status")).isEqualTo("completed");
    assertThat(youtube.videos())
        .singleElement()
        .satisfies(video -> assertThat(found.text("video_id")).isEqualTo(video.id()));
    assertThat(Videos.leftIn(state)).isEmpty();
    assertThat(ann.post(CALL + id).code()).as("twice").isEqualTo("cannot_reconcile");
  }

  @Test
  void noVideoCountsAsNoneOnceOneWouldShow() throws IOException {
    ann.awaitStatus(ann.upload(Videos.of(directory, "other.mp4", 1000)), "completed");
    String id = unknown(ann, NO_VIDEO);

    Api.Answer early = ann.post(CALL + id);
    assertThat(early.status()).isEqualTo(409);
    assertThat(early.code()).isEqualTo("still_unknown");
    assertThat(early.message()).startsWith("no video").contains("reconcile again after");
    assertThat(ann.status(id).path("status").asString()).isEqualTo("unknown");

    Records.age(state, id, Duration.ofMinutes(11));
    Api.Answer settled = ann.post(CALL + id);
    assertThat(settled.text("status")).isEqualTo("failed");
    assertThat(settled.text("error")).contains("no video was made");
    assertThat(Videos.leftIn(state)).isEmpty();
    assertThat(youtube.videos()).hasSize(1);
  }

  @Test
  void onlyTheOwnerMayAskAndOnlyWithTheRightToRead() throws IOException {
    String anns = unknown(ann, VIDEO_EXISTS);
    Api bob = backend.api(youtube.issueAccessToken(youtube.grant().channel(BOB)));
    Api mute = backend.api(youtube.issueAccessToken(youtube.grant().scopes(Grant.UPLOAD)));
    String mutes = unknown(mute, VIDEO_EXISTS);

    assertThat(bob.post(CALL + anns).code()).isEqualTo("unknown_upload");
    assertThat(backend.api("").post(CALL + anns).status()).isEqualTo(401);
    Api.Answer forbidden = mute.post(CALL + mutes);
    assertThat(forbidden.status()).isEqualTo(403);
    assertThat(forbidden.code()).isEqualTo("missing_scope");
  }

  @Test
  void aTokenThatHasExpiredIsAskedForAnew() throws IOException {
    String id = unknown(ann, VIDEO_EXISTS);
    youtube.script(FaultScript.none().always(Step.LIST, Fault.unauthorized()));

    assertThat(ann.post(CALL + id).code()).isEqualTo("unauthenticated");
  }

  private String unknown(Api api, FaultScript script) throws IOException {
    youtube.script(script);
    String id = api.upload(Videos.of(directory, "friends.mp4", 1000));
    api.awaitStatus(id, "unknown");
    youtube.script(FaultScript.none());
    return id;
  }
}

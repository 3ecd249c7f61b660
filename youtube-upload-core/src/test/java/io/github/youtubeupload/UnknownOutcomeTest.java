package io.github.youtubeupload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.youtubeupload.auth.YouTubeCredentials;
import io.github.youtubeupload.metadata.VideoMetadata;
import io.github.youtubeupload.store.UploadStep;
import io.github.youtubeupload.testkit.Fault;
import io.github.youtubeupload.testkit.FaultScript;
import io.github.youtubeupload.testkit.Step;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The session is gone after the last byte, so nobody knows whether there is a video. */
class UnknownOutcomeTest {
  private static final FaultScript VIDEO_EXISTS =
      FaultScript.none().on(Step.SEND, Fault.loseAnswer()).always(Step.ASK, Fault.status(404));
  private static final FaultScript NO_VIDEO =
      FaultScript.none().on(Step.SEND, Fault.cutBeforeAnswer()).always(Step.ASK, Fault.status(410));

  @TempDir private Path folder;
  private Path video;
  private UploadRequest request;

  @BeforeEach
  void makeVideo() throws IOException {
    video = TestVideos.make(folder, 300_000);
    request = Rig.request(video).id("job").build();
  }

  @Test
  void isSaidAndNothingIsSentAgain() {
    try (Rig rig = new Rig().script(VIDEO_EXISTS);
        UploadClient client = rig.client()) {
      assertThatThrownBy(() -> client.upload(request))
          .isInstanceOf(OutcomeUnknownException.class)
          .hasMessageContaining("reconcile");
      assertThat(client.find("job").orElseThrow().step()).isEqualTo(UploadStep.UNKNOWN);
      long requests = rig.server.requestCount();

      assertThatThrownBy(() -> client.submit(request)).isInstanceOf(OutcomeUnknownException.class);
      assertThatThrownBy(() -> client.resume("job")).isInstanceOf(OutcomeUnknownException.class);
      assertThat(rig.server.requestCount()).isEqualTo(requests);
      assertThat(rig.server.videos()).hasSize(1);
    }
  }

  @Test
  void isSettledByTheVideoThatIsFound() {
    try (Rig rig = new Rig().script(VIDEO_EXISTS);
        UploadClient client = rig.client()) {
      assertThatThrownBy(() -> client.upload(request)).isInstanceOf(OutcomeUnknownException.class);
      rig.server.script(FaultScript.none());

      String videoId = client.reconcile("job").orElseThrow();

      assertThat(rig.server.videos()).singleElement().extracting("id").isEqualTo(videoId);
      assertThat(client.upload(request).videoId()).isEqualTo(videoId);
      assertThat(rig.server.videos()).hasSize(1);
    }
  }

  @Test
  void isSettledAsAbsentOnlyWhenAVideoWouldShow() {
    AdvancingTime time = new AdvancingTime(Instant.now());
    try (Rig rig = new Rig();
        UploadClient client = rig.client(b -> b.timing(time))) {
      client.upload(
          Rig.request(video).metadata(VideoMetadata.builder().title("Foes").build()).build());
      rig.server.script(NO_VIDEO);
      assertThatThrownBy(() -> client.upload(request)).isInstanceOf(OutcomeUnknownException.class);
      rig.server.script(FaultScript.none());

      assertThatThrownBy(() -> client.reconcile("job"))
          .isInstanceOf(OutcomeUnknownException.class)
          .hasMessageContaining("reconcile again after");
      time.advance(Duration.ofMinutes(11));
      assertThat(client.reconcile("job")).isEmpty();

      assertThat(client.upload(request).videoId()).isNotEmpty();
      assertThat(rig.server.videos()).hasSize(2);
    }
  }

  @Test
  void isNotSettledByTheVideoOfAnotherUpload() {
    AdvancingTime time = new AdvancingTime(Instant.now());
    try (Rig rig = new Rig();
        UploadClient client = rig.client(b -> b.timing(time))) {
      client.upload(Rig.request(video).id("twin").build());
      rig.server.script(NO_VIDEO);
      assertThatThrownBy(() -> client.upload(request)).isInstanceOf(OutcomeUnknownException.class);
      rig.server.script(FaultScript.none());
      time.advance(Duration.ofMinutes(11));

      assertThat(client.reconcile("job")).isEmpty();
    }
  }

  @Test
  void isSettledByAVideoThatManyNewerOnesHide() {
    try (Rig rig = new Rig().script(VIDEO_EXISTS);
        UploadClient client = rig.client()) {
      assertThatThrownBy(() -> client.upload(request)).isInstanceOf(OutcomeUnknownException.class);
      rig.server.script(FaultScript.none());
      String videoId = rig.server.videos().get(0).id();
      VideoMetadata other = VideoMetadata.builder().title("Another").build();
      for (int i = 0; i < 60; i++) {
        client.upload(Rig.request(video).metadata(other).build());
      }

      assertThat(client.reconcile("job")).contains(videoId);
    }
  }

  @Test
  void isLeftOpenWhenSeveralVideosMatch() {
    try (Rig rig = new Rig();
        UploadClient client = rig.client();
        UploadClient stranger =
            UploadClient.builder()
                .endpoint(URI.create(rig.server.rootUrl()))
                .credentials(YouTubeCredentials.accessToken(rig.server.accessToken()))
                .build()) {
      stranger.upload(Rig.request(video).build());
      rig.server.script(VIDEO_EXISTS);
      assertThatThrownBy(() -> client.upload(request)).isInstanceOf(OutcomeUnknownException.class);
      rig.server.script(FaultScript.none());

      assertThatThrownBy(() -> client.reconcile("job"))
          .isInstanceOf(OutcomeUnknownException.class)
          .hasMessageContaining("several videos");
    }
  }

  @Test
  void ofAnUploadThatWasCancelledTooLateIsSettled() {
    FaultScript unanswered =
        FaultScript.none().on(Step.SEND, Fault.loseAnswer()).always(Step.ASK, Fault.status(503));
    try (Rig rig = new Rig().script(unanswered);
        UploadClient client = rig.client()) {
      assertThatThrownBy(() -> client.upload(request)).isInstanceOf(UploadSuspendedException.class);
      client.cancel("job");
      rig.server.script(FaultScript.none());

      assertThat(client.forgetEnded(Duration.ZERO)).isZero();
      assertThat(client.reconcile("job")).contains(rig.server.videos().get(0).id());
    }
  }

  @Test
  void isNotThatOfAnUploadThatWasCancelledInTime() {
    AdvancingTime time = new AdvancingTime(Instant.now());
    try (Rig rig = new Rig().script(FaultScript.none().always(Step.OPEN, Fault.status(503)));
        UploadClient client = rig.client(b -> b.timing(time))) {
      assertThatThrownBy(() -> client.upload(request)).isInstanceOf(UploadSuspendedException.class);
      client.cancel("job");
      rig.server.script(FaultScript.none());
      time.advance(Duration.ofMinutes(11));

      assertThatIllegalArgumentException().isThrownBy(() -> client.reconcile("job"));
      assertThat(client.find("job").orElseThrow().step()).isEqualTo(UploadStep.CANCELLED);
    }
  }

  @Test
  void doesNotAriseBeforeTheLastByte() {
    FaultScript script =
        FaultScript.none()
            .on(Step.SEND, Fault.cutAfter(262_144))
            .on(Step.ASK, Fault.sessionGone(404));
    try (Rig rig = new Rig().script(script);
        UploadClient client = rig.client(b -> b.chunkBytes(262_144))) {
      UploadResult result = client.upload(request);

      rig.assertOneVideo(result, video);
      assertThat(result.quotaCharged()).isEqualTo(2);
    }
  }
}

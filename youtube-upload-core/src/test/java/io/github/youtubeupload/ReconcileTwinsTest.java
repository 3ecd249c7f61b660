package io.github.youtubeupload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.auth.Credentials;
import io.github.youtubeupload.metadata.VideoMetadata;
import io.github.youtubeupload.store.UploadRecord;
import io.github.youtubeupload.store.UploadStep;
import io.github.youtubeupload.testkit.FakeVideo;
import io.github.youtubeupload.testkit.Fault;
import io.github.youtubeupload.testkit.FaultScript;
import io.github.youtubeupload.testkit.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uploads that say the same share a channel; none is given the video of another. */
class ReconcileTwinsTest {
  private static final FaultScript VIDEO_EXISTS =
      FaultScript.none().on(Step.SEND, Fault.loseAnswer()).always(Step.ASK, Fault.sessionGone(404));
  private static final FaultScript NO_VIDEO =
      FaultScript.none()
          .on(Step.SEND, Fault.cutBeforeAnswer())
          .always(Step.ASK, Fault.sessionGone(410));
  private static final FaultScript LEFT_FINALIZING =
      FaultScript.none().on(Step.SEND, Fault.loseAnswer()).always(Step.ASK, Fault.status(503));
  private static final FaultScript LEFT_UNOPENED =
      FaultScript.none().always(Step.OPEN, Fault.status(503));

  @TempDir private Path folder;
  private final AdvancingTime time = new AdvancingTime(Instant.now());
  private Path video;
  private Rig rig;
  private UploadClient client;

  @BeforeEach
  void start() throws IOException {
    video = TestVideos.make(folder, 1000);
    rig = new Rig();
    client = rig.client(b -> b.timing(time));
  }

  @AfterEach
  void stop() {
    client.close();
    rig.close();
  }

  @Test
  void neitherTakesTheOneVideo() {
    unknown(request("job"), NO_VIDEO);
    unknown(request("twin"), VIDEO_EXISTS);
    time.advance(Duration.ofMinutes(11));

    assertLeftOpen("job").hasMessageContaining("twin (UNKNOWN)").hasMessageContaining(onlyVideo());
    assertLeftOpen("twin").hasMessageContaining("job (UNKNOWN)").hasMessageContaining(onlyVideo());
  }

  @Test
  void neitherTakesOneOfTwoVideosWhoseContentMayDiffer() {
    unknown(request("job"), VIDEO_EXISTS);
    unknown(request("twin"), VIDEO_EXISTS);

    for (FakeVideo made : rig.server.videos()) {
      assertLeftOpen("job").hasMessageContaining("twin (UNKNOWN)").hasMessageContaining(made.id());
    }
  }

  @Test
  void bothAreAbsentWhenThereIsNoVideo() {
    client.upload(request("other").metadata(VideoMetadata.builder().title("Foes").build()).build());
    unknown(request("job"), NO_VIDEO);
    unknown(request("twin"), NO_VIDEO);
    time.advance(Duration.ofMinutes(11));

    assertThat(client.reconcile("job")).isEmpty();
    assertThat(client.reconcile("twin")).isEmpty();
  }

  @Test
  void theVideoOfATwinThatAwaitsItsAnswerIsLeftToIt() {
    unknown(request("job"), NO_VIDEO);
    suspended(request("twin"), LEFT_FINALIZING);
    time.advance(Duration.ofMinutes(11));

    assertLeftOpen("job").hasMessageContaining("twin (FINALIZING)");
    assertThat(client.resume("twin").result().join().videoId()).isEqualTo(onlyVideo());
    assertThat(client.reconcile("job")).isEmpty();
  }

  @Test
  void theVideoOfATwinThatWasCancelledTooLateIsLeft() {
    unknown(request("job"), NO_VIDEO);
    suspended(request("twin"), LEFT_FINALIZING);
    client.cancel("twin");
    time.advance(Duration.ofMinutes(11));

    assertLeftOpen("job").hasMessageContaining("twin (CANCELLED_LATE)");
  }

  @Test
  void theVideoOfATwinThatCompletesDuringTheSearchIsLeftToIt() {
    unknown(request("job"), NO_VIDEO);
    time.advance(Duration.ofMinutes(11));
    Credentials slow =
        new LateCredentials(
            rig.server.accessToken(), () -> client.upload(request("twin").build()).videoId());

    assertThat(client.reconcile("job", giving(slow))).isEmpty();
    assertThat(client.find("twin").orElseThrow().videoId()).isEqualTo(onlyVideo());
  }

  @Test
  void thoseThatCannotHaveMadeItAreNoHindrance() {
    suspended(request("early"), LEFT_UNOPENED);
    client.cancel("early");
    suspended(request("stopped"), LEFT_UNOPENED);
    unknown(request("elsewhere").account("another"), NO_VIDEO);
    VideoMetadata different = VideoMetadata.builder().title("Friends").tags(List.of("2")).build();
    unknown(request("different").metadata(different), NO_VIDEO);
    unknown(request("job"), VIDEO_EXISTS);

    assertThat(client.reconcile("job")).contains(onlyVideo());
  }

  private UploadRequest.Builder request(String id) {
    return Rig.request(video).id(id);
  }

  private void unknown(UploadRequest.Builder request, FaultScript script) {
    rig.script(script);
    UploadRequest built = request.build();
    assertThatThrownBy(() -> client.upload(built)).isInstanceOf(OutcomeUnknownException.class);
    rig.script(FaultScript.none());
  }

  private void suspended(UploadRequest.Builder request, FaultScript script) {
    rig.script(script);
    UploadRequest built = request.build();
    assertThatThrownBy(() -> client.upload(built)).isInstanceOf(UploadSuspendedException.class);
    rig.script(FaultScript.none());
  }

  private AbstractThrowableAssert<?, ? extends Throwable> assertLeftOpen(String id) {
    var refusal =
        assertThatThrownBy(() -> client.reconcile(id)).isInstanceOf(OutcomeUnknownException.class);
    assertThat(client.find(id).orElseThrow().step()).isEqualTo(UploadStep.UNKNOWN);
    return refusal;
  }

  private String onlyVideo() {
    assertThat(rig.server.videos()).hasSize(1);
    return rig.server.videos().get(0).id();
  }

  private static Resumption giving(Credentials credentials) {
    return new Resumption() {
      @Override
      public Optional<Credentials> credentials(UploadRecord record) {
        return Optional.of(credentials);
      }
    };
  }
}

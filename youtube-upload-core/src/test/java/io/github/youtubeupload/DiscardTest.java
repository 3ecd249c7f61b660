package io.github.youtubeupload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.youtubeupload.testkit.FakeSession;
import io.github.youtubeupload.testkit.FakeYouTube;
import io.github.youtubeupload.testkit.Fault;
import io.github.youtubeupload.testkit.FaultScript;
import io.github.youtubeupload.testkit.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** YouTube is told which sessions are not needed any more. Time is a subject here. */
@Execution(ExecutionMode.SAME_THREAD)
class DiscardTest {
  private static final Duration NEVER = Duration.ofMinutes(10);
  private static final Fault STALLED = Fault.stall(1000);

  @TempDir private Path folder;
  private Path video;

  @BeforeEach
  void makeVideo() throws IOException {
    video = TestVideos.make(folder, 30_000_000);
  }

  @Test
  void closeWaitsUntilTheSessionOfACancelledUploadIsDiscarded() throws Exception {
    try (Rig rig = stallingRig(FaultScript.none())) {
      UploadClient client = client(rig);
      Upload upload = sending(rig, client);

      upload.cancel();
      client.close();

      assertDiscarded(rig);
    }
  }

  @Test
  void closeWaitsForASlowAnswerToo() throws Exception {
    FakeYouTube far = FakeYouTube.builder().roundTrip(Duration.ofMillis(300)).start();
    try (Rig rig = Rig.with(far).script(FaultScript.none().always(Step.SEND, STALLED))) {
      UploadClient client = client(rig);
      sending(rig, client).pause();
      client.close();

      try (UploadClient next = client(rig)) {
        assertThat(next.cancel("job")).isTrue();
      }

      assertDiscarded(rig);
    }
  }

  @Test
  void neitherCancelNorCloseWaitsForAServerThatHangs() throws Exception {
    try (Rig rig = stallingRig(FaultScript.none().always(Step.DELETE, Fault.stall(0)))) {
      UploadClient client = client(rig);
      Upload upload = sending(rig, client);

      upload.cancel();
      assertThatThrownBy(() -> upload.result().get(1, TimeUnit.SECONDS))
          .hasCauseInstanceOf(UploadCancelledException.class);
      long before = System.nanoTime();
      client.close();

      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
      assertThat(rig.server.sessions().get(0).state()).isEqualTo(FakeSession.State.OPEN);
    }
  }

  private static Rig stallingRig(FaultScript script) {
    return new Rig().script(script.always(Step.SEND, STALLED));
  }

  private static UploadClient client(Rig rig) {
    return rig.client(b -> b.stallTimeout(NEVER).answerTimeout(NEVER).finalAnswerTimeout(NEVER));
  }

  /** An upload of which YouTube has some bytes. */
  private Upload sending(Rig rig, UploadClient client) throws InterruptedException {
    Upload upload = client.submit(Rig.request(video).id("job").build());
    assertThat(rig.server.awaitBytesReceived(1000, Duration.ofSeconds(20))).isTrue();
    return upload;
  }

  private static void assertDiscarded(Rig rig) {
    assertThat(rig.server.sessions())
        .singleElement()
        .extracting(FakeSession::state)
        .isEqualTo(FakeSession.State.CANCELLED);
  }
}

package io.github.youtubeupload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.youtubeupload.testkit.FakeYouTube;
import io.github.youtubeupload.testkit.Fault;
import io.github.youtubeupload.testkit.FaultScript;
import io.github.youtubeupload.testkit.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressTest {
  @TempDir private Path folder;
  private Path video;
  private final List<UploadProgress> heard = new CopyOnWriteArrayList<>();

  @BeforeEach
  void makeVideo() throws IOException {
    video = TestVideos.make(folder, 2_000_000);
  }

  @Test
  void goesThroughTheStatesAndEndsOnce() {
    try (Rig rig = new Rig();
        UploadClient client = rig.client()) {
      client.upload(Rig.request(video).listener(heard::add).build());

      assertThat(heard.stream().map(UploadProgress::state).distinct())
          .containsExactly(
              UploadState.STARTING,
              UploadState.UPLOADING,
              UploadState.FINALIZING,
              UploadState.COMPLETED);
      assertThat(heard).filteredOn(p -> p.state().isTerminal()).hasSize(1);
      UploadProgress last = heard.get(heard.size() - 1);
      assertThat(last.percent()).hasValue(100);
      assertThat(last.bytesConfirmed()).isEqualTo(2_000_000);
    }
  }

  @Test
  void isNeverAtAHundredBeforeTheVideoExists() {
    FaultScript slow =
        FaultScript.none().on(Step.SEND, Fault.slowFinalAnswer(Duration.ofMillis(200)));
    try (Rig rig = new Rig().script(slow);
        UploadClient client = rig.client()) {
      client.upload(Rig.request(video).listener(heard::add).build());

      assertThat(heard)
          .filteredOn(p -> p.state() == UploadState.FINALIZING)
          .isNotEmpty()
          .allSatisfy(p -> assertThat(p.percent().orElse(0)).isLessThan(100));
    }
  }

  @Test
  void tellsAtMostAboutTenTimesASecond() {
    FakeYouTube slow =
        FakeYouTube.builder().bytesPerSecond(2_000_000).receiveBuffer(32 * 1024).start();
    try (Rig rig = Rig.with(slow);
        UploadClient client = rig.client(b -> b.finalAnswerTimeout(Duration.ofMinutes(1)))) {
      long before = System.nanoTime();
      client.upload(Rig.request(video).listener(heard::add).build());
      double seconds = (System.nanoTime() - before) / 1e9;

      assertThat(heard).hasSizeLessThan((int) (seconds * 10) + 10);
    }
  }

  @Test
  void cannotHurtTheUpload() {
    ProgressListener broken =
        progress -> {
          heard.add(progress);
          throw new IllegalStateException("the listener is broken");
        };
    try (Rig rig = new Rig().script(FaultScript.none().on(Step.SEND, Fault.cutAfter(1000)));
        UploadClient client = rig.client()) {
      UploadResult result = client.upload(Rig.request(video).listener(broken).build());

      rig.assertOneVideo(result, video);
      assertThat(heard).isNotEmpty();
    }
  }

  @Test
  void countsTheAttemptsSinceTheLastByteGained() {
    FaultScript script =
        FaultScript.none()
            .on(Step.SEND, Fault.cutAfter(0))
            .on(Step.ASK, 1, Fault.status(503))
            .on(Step.ASK, 2, Fault.status(503));
    try (Rig rig = new Rig().script(script);
        UploadClient client = rig.client()) {
      client.upload(Rig.request(video).listener(heard::add).build());

      assertThat(heard).extracting(UploadProgress::attempt).contains(1, 2, 3, 4).doesNotContain(5);
    }
  }

  @Test
  void goesBackToWhatYouTubeKept() {
    FaultScript script = FaultScript.none().on(Step.SEND, Fault.keepOnlyAndAnswer(262_144));
    try (Rig rig = new Rig().script(script);
        UploadClient client = rig.client()) {
      UploadResult result = client.upload(Rig.request(video).build());

      rig.assertOneVideo(result, video);
      assertThat(result.bytesSent()).isEqualTo(2_000_000 + 2_000_000 - 262_144);
    }
  }

  @Test
  void saysWhatYouTubeSetDifferently() {
    String asPublic = "{\"id\":\"abcdefghijk\",\"status\":{\"privacyStatus\":\"public\"}}";
    FaultScript script =
        FaultScript.none()
            .on(Step.SEND, Fault.status(200).body("application/json", asPublic).afterProcessing());
    try (Rig rig = new Rig().script(script);
        UploadClient client = rig.client()) {
      UploadResult result = client.upload(Rig.request(video).build());

      assertThat(result.warnings())
          .containsExactly("status.privacyStatus: asked for private, YouTube set public");
      assertThat(result.videoUrl()).isEqualTo("https://www.youtube.com/watch?v=abcdefghijk");
      assertThat(result.studioUrl()).isEqualTo("https://studio.youtube.com/video/abcdefghijk/edit");
    }
  }
}

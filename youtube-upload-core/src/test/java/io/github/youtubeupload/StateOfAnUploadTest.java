package io.github.youtubeupload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.youtubeupload.store.UploadStep;
import io.github.youtubeupload.testkit.Fault;
import io.github.youtubeupload.testkit.FaultScript;
import io.github.youtubeupload.testkit.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever asks whether an upload is running is told its state, not that it is still around. */
class StateOfAnUploadTest {
  private static final FaultScript STUCK = FaultScript.none().always(Step.SEND, Fault.stall(1));
  private static final Duration LONG = Duration.ofMinutes(5);

  @TempDir private Path folder;
  private Path video;

  @BeforeEach
  void makeVideo() throws IOException {
    video = TestVideos.make(folder, 20_000_000);
  }

  private static UploadClient patient(Rig rig) {
    return rig.client(
        b -> b.answerTimeout(LONG).finalAnswerTimeout(LONG).stallTimeout(Duration.ofMinutes(5)));
  }

  @RepeatedTest(20)
  void aResumeRightAfterAPauseGoesOn() throws Exception {
    try (Rig rig = new Rig().script(STUCK);
        UploadClient client = patient(rig)) {
      Upload first = client.submit(Rig.request(video).id("job").build());
      rig.awaitState(first, UploadState.UPLOADING);
      rig.server.script(FaultScript.none());

      assertThat(client.pause("job")).isTrue();
      Upload second = client.resume("job");

      rig.assertOneVideo(second.result().get(30, TimeUnit.SECONDS), video);
      assertThatThrownBy(() -> first.result().join())
          .hasCauseInstanceOf(UploadSuspendedException.class);
    }
  }

  @Test
  void aSubmitRightAfterAPauseGoesOn() throws Exception {
    try (Rig rig = new Rig().script(STUCK);
        UploadClient client = patient(rig)) {
      UploadRequest request = Rig.request(video).id("job").build();
      Upload first = client.submit(request);
      rig.awaitState(first, UploadState.UPLOADING);
      rig.server.script(FaultScript.none());

      assertThat(first.pause()).isTrue();
      rig.assertOneVideo(client.submit(request).result().get(30, TimeUnit.SECONDS), video);
      assertThat(first.pause()).isFalse();
    }
  }

  @Test
  void theHandleOfAPausedUploadCancelsIt() {
    try (Rig rig = new Rig().script(STUCK);
        UploadClient client = patient(rig)) {
      Upload upload = client.submit(Rig.request(video).id("job").build());
      rig.awaitState(upload, UploadState.UPLOADING);
      upload.pause();
      assertThatThrownBy(() -> upload.result().join())
          .hasCauseInstanceOf(UploadSuspendedException.class);

      assertThat(upload.cancel()).isTrue();
      assertThat(client.find("job").orElseThrow().step()).isEqualTo(UploadStep.CANCELLED);
      assertThat(upload.cancel()).isFalse();
    }
  }

  @RepeatedTest(20)
  void aCancelThatMeetsAPauseIsNotLost() {
    try (Rig rig = new Rig().script(STUCK);
        UploadClient client = patient(rig)) {
      Upload upload = client.submit(Rig.request(video).id("job").build());
      upload.pause();
      assertThat(upload.cancel()).isTrue();

      assertThatThrownBy(() -> upload.result().join()).hasCauseInstanceOf(UploadException.class);
      assertThat(client.find("job").orElseThrow().step()).isEqualTo(UploadStep.CANCELLED);
      assertThat(client.running()).isEmpty();
    }
  }

  @Test
  void aListenerThatResumesWhatItHoldsUpIsToldSo() throws Exception {
    CompletableFuture<Throwable> told = new CompletableFuture<>();
    AtomicReference<UploadClient> itself = new AtomicReference<>();
    ProgressListener listener =
        progress -> {
          if (progress.state() == UploadState.UPLOADING && !told.isDone()) {
            itself.get().pause("job");
            try {
              itself.get().resume("job");
              told.complete(new AssertionError("it was resumed"));
            } catch (Throwable e) {
              told.complete(e);
            }
          }
        };
    try (Rig rig = new Rig();
        UploadClient client = rig.client()) {
      itself.set(client);
      client.submit(Rig.request(video).id("job").listener(listener).build());

      assertThat(told.get(30, TimeUnit.SECONDS))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("listener");
    }
  }
}

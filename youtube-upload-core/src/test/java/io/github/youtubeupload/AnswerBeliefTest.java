package io.github.youtubeupload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.youtubeupload.source.VideoSource;
import io.github.youtubeupload.store.UploadStep;
import io.github.youtubeupload.testkit.Fault;
import io.github.youtubeupload.testkit.FaultScript;
import io.github.youtubeupload.testkit.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be true is not believed, and after the last byte the session is asked. */
class AnswerBeliefTest {
  private static final int CHUNK = 262_144;
  private static final String STRANGER =
      "{\"kind\":\"youtube#video\",\"id\":\"stranger001\",\"snippet\":{\"title\":\"Foes\"}}";

  @TempDir private static Path folder;
  private static Path video;

  @BeforeAll
  static void makeVideo() throws IOException {
    video = TestVideos.make(folder, 3 * CHUNK + 1000);
  }

  @Test
  void aFinalAnswerToAChunkInTheMiddleIsNotBelieved() {
    FaultScript script =
        FaultScript.none()
            .on(Step.SEND, 2, Fault.status(201).body("application/json", STRANGER).afterBody());
    try (Rig rig = new Rig().script(script);
        UploadClient client = rig.client(b -> b.chunkBytes(CHUNK))) {
      rig.assertOneVideo(client.upload(Rig.request(video).build()), video);
    }
  }

  @Test
  void aFinalAnswerInTheMiddleOfAPipeIsNotBelieved() throws IOException {
    FaultScript script =
        FaultScript.none()
            .on(Step.SEND, 2, Fault.status(201).body("application/json", STRANGER).afterBody());
    try (Rig rig = new Rig().script(script);
        UploadClient client = rig.client(b -> b.chunkBytes(CHUNK))) {
      VideoSource pipe = VideoSource.pipe("pipe.mp4", Files.newInputStream(video));
      rig.assertOneVideo(client.upload(Rig.request(video).source(pipe).build()), video);
    }
  }

  @Test
  void aFinalAnswerThatNamesAnotherVideoIsAskedAbout() {
    FaultScript script =
        FaultScript.none()
            .on(Step.SEND, Fault.status(201).body("application/json", STRANGER).afterProcessing());
    try (Rig rig = new Rig().script(script);
        UploadClient client = rig.client()) {
      rig.assertOneVideo(client.upload(Rig.request(video).build()), video);
    }
  }

  @Test
  void moreThanWasSentIsNotBelieved() throws IOException {
    FaultScript script = FaultScript.none().on(Step.SEND, Fault.wrongRange(3 * CHUNK));
    try (Rig rig = new Rig().script(script);
        UploadClient client = rig.client(b -> b.chunkBytes(CHUNK))) {
      VideoSource pipe = VideoSource.pipe("pipe.mp4", Files.newInputStream(video));
      rig.assertOneVideo(client.upload(Rig.request(video).source(pipe).build()), video);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 405, 413, 422})
  void aRefusalOfTheLastByteIsFinalOnceTheSessionHasNoVideo(int status) {
    Fault refused = Fault.refusal(status, "youtube.video", "invalidVideoMetadata", "no");
    try (Rig rig = new Rig().script(FaultScript.none().on(Step.SEND, refused));
        UploadClient client = rig.client()) {
      assertThatThrownBy(() -> client.upload(Rig.request(video).id("job").build()))
          .isInstanceOf(RejectedException.class)
          .hasMessageContaining("invalidVideoMetadata");
      assertThat(client.find("job").orElseThrow().step()).isEqualTo(UploadStep.FAILED);
      assertThat(rig.server.videos()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 407, 422})
  void aRefusalOfTheLastByteIsNothingIfTheSessionHasAVideo(int status) {
    FaultScript script = FaultScript.none().on(Step.SEND, Fault.status(status).afterProcessing());
    try (Rig rig = new Rig().script(script);
        UploadClient client = rig.client()) {
      rig.assertOneVideo(client.upload(Rig.request(video).build()), video);
    }
  }

  @Test
  void aSessionThatRefusesToAnswerAfterTheLastByteIsKeptForLater() {
    FaultScript script =
        FaultScript.none()
            .on(Step.SEND, Fault.loseAnswer())
            .always(Step.ASK, Fault.refusal(400, "global", "badRequest", "no"));
    try (Rig rig = new Rig().script(script);
        UploadClient client = rig.client()) {
      assertThatThrownBy(() -> client.upload(Rig.request(video).id("job").build()))
          .isInstanceOf(UploadSuspendedException.class);
      rig.server.script(FaultScript.none());

      rig.assertOneVideo(client.resume("job").result().join(), video);
    }
  }

  @Test
  void theSameIdIsFreeForAMendedRequestOnceItSurelyMadeNoVideo() throws IOException {
    FaultScript refusing =
        FaultScript.none().on(Step.OPEN, Fault.refusal(400, "youtube.video", "invalidTitle", "no"));
    try (Rig rig = new Rig().script(refusing);
        UploadClient client = rig.client()) {
      assertThatThrownBy(
              () ->
                  client.upload(
                      Rig.request(video)
                          .id("job")
                          .source(VideoSource.pipe("first.mp4", Files.newInputStream(video)))
                          .build()))
          .isInstanceOf(RejectedException.class);

      VideoSource again = VideoSource.pipe("second.mp4", Files.newInputStream(video));
      UploadResult result = client.upload(Rig.request(video).id("job").source(again).build());
      rig.assertOneVideo(result, video);
    }
  }
}

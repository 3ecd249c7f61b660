package io.github.youtubeupload;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * YouTube may keep a text otherwise than it was given. The upload itself leaves no video here; one
 * that a stranger makes stands for it, with the text that YouTube made of its own.
 */
class ReconcileTextTest {
  private static final FaultScript NO_VIDEO =
      FaultScript.none()
          .on(Step.SEND, Fault.cutBeforeAnswer())
          .always(Step.ASK, Fault.sessionGone(410));

  @TempDir private Path folder;
  private final AdvancingTime time = new AdvancingTime(Instant.now());
  private Path video;
  private Rig rig;
  private UploadClient client;
  private UploadClient stranger;

  @BeforeEach
  void start() throws IOException {
    video = TestVideos.make(folder, 1000);
    rig = new Rig();
    client = rig.client(b -> b.timing(time));
    stranger =
        UploadClient.builder()
            .endpoint(URI.create(rig.server.rootUrl()))
            .credentials(YouTubeCredentials.accessToken(rig.server.accessToken()))
            .build();
  }

  @AfterEach
  void stop() {
    stranger.close();
    client.close();
    rig.close();
  }

  @Test
  void spacesLineEndsAndUnicodeFormsDoNotCount() {
    unknown(text(" Cafe\u0301\u00a0 Friends ", "one \r\ntwo\u200b\n", " fun ", "e\u0301te\u0301"));
    String made = strangerMakes(text("Caf\u00e9 Friends", "one\ntwo", "\u00e9t\u00e9", "fun"));

    assertThat(client.reconcile("job")).contains(made);
  }

  @Test
  void aVideoOfTheSameTitleIsShownToPeople() {
    unknown(text("Friends", "First", "a"));
    String description = strangerMakes(text("Friends", "Second", "a"));
    String tags = strangerMakes(text(" Friends", "First", "b"));
    time.advance(Duration.ofMinutes(11));

    assertThatThrownBy(() -> client.reconcile("job"))
        .isInstanceOf(OutcomeUnknownException.class)
        .hasMessageContaining(description)
        .hasMessageContaining(tags)
        .hasMessageContaining("look at them");
    assertThat(client.find("job").orElseThrow().step()).isEqualTo(UploadStep.UNKNOWN);
  }

  @Test
  void aVideoOfTheSameTitleThatThisJournalMadeIsNoHindrance() {
    unknown(text("Friends", "First"));
    client.upload(Rig.request(video).metadata(text("Friends", "Second")).build());
    String other = strangerMakes(text("Foes", "First"));
    time.advance(Duration.ofMinutes(11));

    assertThat(client.reconcile("job")).as("not " + other).isEmpty();
  }

  private void unknown(VideoMetadata metadata) {
    rig.script(NO_VIDEO);
    UploadRequest request = Rig.request(video).id("job").metadata(metadata).build();
    assertThatThrownBy(() -> client.upload(request)).isInstanceOf(OutcomeUnknownException.class);
    rig.script(FaultScript.none());
  }

  private String strangerMakes(VideoMetadata metadata) {
    return stranger.upload(Rig.request(video).metadata(metadata).build()).videoId();
  }

  private static VideoMetadata text(String title, String description, String... tags) {
    return VideoMetadata.builder()
        .title(title)
        .description(description)
        .tags(List.of(tags))
        .build();
  }
}

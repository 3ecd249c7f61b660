package io.github.youtubeupload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.auth.Credentials;
import io.github.youtubeupload.auth.YouTubeCredentials;
import io.github.youtubeupload.store.UploadRecord;
import io.github.youtubeupload.testkit.FakeVideo;
import io.github.youtubeupload.testkit.FakeYouTube;
import io.github.youtubeupload.testkit.Fault;
import io.github.youtubeupload.testkit.FaultScript;
import io.github.youtubeupload.testkit.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An upload that names an account never meets the channel of the client's own credentials. */
class AccountTest {
  private static final String HOST = "UChost";
  private static final String ANN = "UCann";

  @TempDir private Path folder;
  private Rig rig;
  private UploadClient client;
  private Credentials annsCredentials;

  @BeforeEach
  void start() {
    rig = Rig.with(FakeYouTube.builder().channel(HOST).channel(ANN).start());
    client = rig.client();
    annsCredentials =
        YouTubeCredentials.accessToken(
            rig.server.issueAccessToken(rig.server.grant().channel(ANN)));
  }

  @AfterEach
  void stop() {
    client.close();
    rig.close();
  }

  @Test
  void isResumedOnItsOwnChannelOnly() throws IOException {
    fails(FaultScript.none().always(Step.OPEN, Fault.status(503)), UploadSuspendedException.class);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> client.resume("job"))
        .withMessageContaining("account ann");
    assertThat(client.resumeAll(Resumption.DEFAULT)).isEmpty();
    assertThat(rig.server.videos()).isEmpty();

    client.resume("job", accounts()).result().join();
    assertThat(rig.server.videos()).singleElement().extracting(FakeVideo::channelId).isEqualTo(ANN);
  }

  @Test
  void isLookedForOnItsOwnChannelOnly() throws IOException {
    fails(
        FaultScript.none()
            .on(Step.SEND, Fault.loseAnswer())
            .always(Step.ASK, Fault.sessionGone(404)),
        OutcomeUnknownException.class);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> client.reconcile("job"))
        .withMessageContaining("account ann");
    assertThat(client.reconcile("job", accounts())).contains(rig.server.videos().get(0).id());
  }

  private void fails(FaultScript script, Class<? extends UploadException> how) throws IOException {
    rig.script(script);
    UploadRequest request =
        Rig.request(TestVideos.make(folder, 1000))
            .id("job")
            .account("ann")
            .credentials(annsCredentials)
            .build();
    assertThatThrownBy(() -> client.upload(request)).isInstanceOf(how);
    rig.script(FaultScript.none());
  }

  private Resumption accounts() {
    Map<String, Credentials> known = Map.of("ann", annsCredentials);
    return new Resumption() {
      @Override
      public Optional<Credentials> credentials(UploadRecord record) {
        return Optional.ofNullable(known.get(record.account()));
      }
    };
  }
}

package io.github.youtubeupload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.auth.Credentials;
import io.github.youtubeupload.auth.YouTubeCredentials;
import io.github.youtubeupload.store.UploadStep;
import io.github.youtubeupload.testkit.FakeYouTube;
import io.github.youtubeupload.testkit.Fault;
import io.github.youtubeupload.testkit.FaultScript;
import io.github.youtubeupload.testkit.Grant;
import io.github.youtubeupload.testkit.Step;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthorizationTest {
  @TempDir private static Path folder;
  private static Path video;

  @BeforeAll
  static void makeVideo() throws IOException {
    video = TestVideos.make(folder, 1_500_000);
  }

  @Test
  void refreshesATokenThatDiesInsideALongUpload() {
    try (Rig rig = new Rig().script(FaultScript.none().on(Step.SEND, 2, Fault.unauthorized()));
        UploadClient client =
            rig.client(b -> b.credentials(refreshing(rig.server)).chunkBytes(262_144))) {
      UploadResult result = client.upload(Rig.request(video).build());

      rig.assertOneVideo(result, video);
      assertThat(rig.server.requests()).filteredOn(r -> r.step() == Step.TOKEN).hasSize(2);
    }
  }

  @Test
  void startsOverWhenTheStaleTokenEndsTheSession() {
    FaultScript script = FaultScript.none().on(Step.SEND, 2, Fault.unauthorizedEndsSession());
    try (Rig rig = new Rig().script(script);
        UploadClient client =
            rig.client(
                b ->
                    b.credentials(refreshing(rig.server))
                        .chunkBytes(262_144)
                        .answerTimeout(Duration.ofSeconds(30)))) {
      UploadResult result = client.upload(Rig.request(video).build());

      rig.assertOneVideo(result, video);
      assertThat(result.quotaCharged()).isEqualTo(2);
    }
  }

  @Test
  void refreshesOnceAndNotForEver() {
    try (Rig rig = new Rig().script(FaultScript.none().always(Step.OPEN, Fault.unauthorized()));
        UploadClient client = rig.client(b -> b.credentials(refreshing(rig.server)))) {
      assertThatThrownBy(() -> client.upload(Rig.request(video).build()))
          .isInstanceOf(AuthorizationException.class)
          .hasMessageContaining("consent");
      assertThat(rig.server.requests()).filteredOn(r -> r.step() == Step.OPEN).hasSize(2);
    }
  }

  @Test
  void doesNotSendForEverWhatIsRefusedWhileQuestionsAreAnswered() {
    FaultScript script = FaultScript.none().always(Step.SEND, Fault.unauthorized());
    try (Rig rig = new Rig().script(script);
        UploadClient client = rig.client(b -> b.credentials(refreshing(rig.server)))) {
      assertThatThrownBy(() -> client.upload(Rig.request(video).build()))
          .isInstanceOf(UploadException.class);
      assertThat(rig.server.requests()).filteredOn(r -> r.step() == Step.SEND).hasSizeLessThan(20);
    }
  }

  @Test
  void saysThatABareTokenHasExpired() {
    try (Rig rig = new Rig();
        UploadClient client = rig.client()) {
      rig.server.expireAccessTokens();

      assertThatThrownBy(() -> client.upload(Rig.request(video).id("job").build()))
          .isInstanceOf(AuthorizationException.class)
          .hasMessageContaining("expired")
          .hasMessageContaining("job");
    }
  }

  @Test
  void goesOnAfterANewConsentInTheMiddleOfAnUpload() {
    FaultScript script = FaultScript.none().on(Step.SEND, 2, Fault.unauthorized());
    try (Rig rig = new Rig().script(script);
        UploadClient client = rig.client(b -> b.chunkBytes(262_144))) {
      UploadRequest request = Rig.request(video).id("job").build();
      assertThatThrownBy(() -> client.upload(request)).isInstanceOf(AuthorizationException.class);
      assertThat(client.find("job").orElseThrow().step()).isEqualTo(UploadStep.SENDING);

      UploadResult result = client.resume("job").result().join();

      rig.assertOneVideo(result, video);
      assertThat(result.bytesSent()).isLessThan(1_500_000);
    }
  }

  @Test
  void asksForConsentWhenTheRefreshTokenIsDead() {
    try (Rig rig = new Rig()) {
      String refreshToken = rig.server.issueRefreshToken(rig.server.grant());
      rig.server.revoke(refreshToken);
      Credentials dead =
          YouTubeCredentials.refreshToken(
              rig.server.clientId(),
              rig.server.clientSecret(),
              refreshToken,
              URI.create(rig.server.tokenUri()));
      try (UploadClient client = rig.client(b -> b.credentials(dead))) {
        assertThatThrownBy(() -> client.upload(Rig.request(video).build()))
            .isInstanceOf(AuthorizationException.class)
            .hasMessageContaining("consent");
      }
      assertThat(rig.spent()).isZero();
    }
  }

  @Test
  void waitsForATokenServerThatIsAway() {
    FaultScript script =
        FaultScript.none()
            .on(Step.TOKEN, 1, Fault.status(503))
            .on(Step.TOKEN, 2, Fault.cutAfter(0));
    try (Rig rig = new Rig().script(script);
        UploadClient client = rig.client(b -> b.credentials(refreshing(rig.server)))) {
      rig.assertOneVideo(client.upload(Rig.request(video).build()), video);
      assertThat(rig.spent()).isEqualTo(1);
    }
  }

  @Test
  void namesTheScopeThatIsMissing() {
    try (Rig rig = new Rig()) {
      String token = rig.server.issueAccessToken(rig.server.grant().scopes(Grant.READONLY));
      try (UploadClient client =
          rig.client(b -> b.credentials(YouTubeCredentials.accessToken(token)))) {
        assertThatThrownBy(() -> client.upload(Rig.request(video).build()))
            .isInstanceOf(AuthorizationException.class)
            .hasMessageContaining("youtube.upload");
      }
    }
  }

  @Test
  void uploadsToManyChannelsWithOneClient() {
    FakeYouTube server = FakeYouTube.builder().channel("UCone").channel("UCtwo").start();
    try (Rig rig = Rig.with(server);
        UploadClient client = rig.client()) {
      String token = server.issueAccessToken(server.grant().channel("UCtwo"));
      client.upload(Rig.request(video).credentials(YouTubeCredentials.accessToken(token)).build());

      assertThat(server.videos()).singleElement().extracting("channelId").isEqualTo("UCtwo");
    }
  }

  @Test
  void readsCredentialsFromTheEnvironment() {
    assertThat(YouTubeCredentials.fromEnvironment(Map.of())).isEmpty();
    assertThat(YouTubeCredentials.fromEnvironment(Map.of("GOOGLE_ACCESS_TOKEN", "t"))).isPresent();
    assertThatThrownBy(
            () -> YouTubeCredentials.fromEnvironment(Map.of("GOOGLE_REFRESH_TOKEN", "t")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("GOOGLE_CLIENT_ID");
  }

  private static Credentials refreshing(FakeYouTube server) {
    return YouTubeCredentials.refreshToken(
        server.clientId(),
        server.clientSecret(),
        server.issueRefreshToken(server.grant()),
        URI.create(server.tokenUri()));
  }
}

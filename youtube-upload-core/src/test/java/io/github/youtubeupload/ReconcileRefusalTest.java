package io.github.youtubeupload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.auth.Credentials;
import io.github.youtubeupload.auth.YouTubeCredentials;
import io.github.youtubeupload.store.UploadStep;
import io.github.youtubeupload.testkit.FakeVideo;
import io.github.youtubeupload.testkit.Fault;
import io.github.youtubeupload.testkit.FaultScript;
import io.github.youtubeupload.testkit.Grant;
import io.github.youtubeupload.testkit.Step;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An upload of unknown outcome cannot be reconciled now: why, and what is to be done. */
class ReconcileRefusalTest {
  @TempDir private Path folder;
  private Rig rig;

  @BeforeEach
  void start() {
    rig = new Rig();
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void needsTheRightToReadTheChannel() throws IOException {
    String token = rig.server.issueAccessToken(rig.server.grant().scopes(Grant.UPLOAD));

    refused(YouTubeCredentials.accessToken(token), FaultScript.none())
        .isInstanceOf(AuthorizationException.class)
        .hasMessageContaining("youtube.readonly");
  }

  @Test
  void needsANewConsentWhenTheRefreshTokenIsDead() throws IOException {
    String refreshToken = rig.server.issueRefreshToken(rig.server.grant());
    try (UploadClient client = unknown(refreshing(refreshToken))) {
      rig.server.revoke(refreshToken);
      rig.server.expireAccessTokens();

      assertReconcile(client)
          .isInstanceOf(AuthorizationException.class)
          .hasMessageContaining("consent again");
    }
  }

  @Test
  void needsANewTokenWhenNothingCanRenewIt() throws IOException {
    try (UploadClient client = unknown(YouTubeCredentials.accessToken(rig.server.accessToken()))) {
      rig.server.expireAccessTokens();

      assertReconcile(client)
          .isInstanceOf(AuthorizationException.class)
          .hasMessageContaining("no refresh token");
    }
  }

  @Test
  void renewsATokenThatIsRefusedOnce() throws IOException {
    Credentials credentials = refreshing(rig.server.issueRefreshToken(rig.server.grant()));
    try (UploadClient client = unknown(credentials)) {
      rig.server.script(FaultScript.none().on(Step.LIST, Fault.unauthorized()));

      assertThat(client.reconcile("job"))
          .contains(rig.server.videos().stream().map(FakeVideo::id).findFirst().orElseThrow());
    }
  }

  @Test
  void givesUpATokenThatIsRefusedForGood() throws IOException {
    refused(
            refreshing(rig.server.issueRefreshToken(rig.server.grant())),
            FaultScript.none().always(Step.LIST, Fault.unauthorized()))
        .isInstanceOf(AuthorizationException.class)
        .hasMessageContaining("does not accept the credentials");
  }

  @Test
  void waitsForTheResetWhenTheGeneralQuotaIsUsedUp() throws IOException {
    try (UploadClient client = unknown(YouTubeCredentials.accessToken(rig.server.accessToken()))) {
      rig.server.script(FaultScript.none().always(Step.LIST, Fault.quota403()));
      assertReconcile(client)
          .isInstanceOfSatisfying(
              QuotaExhaustedException.class, e -> assertThat(e.retryAt()).isAfter(Instant.now()))
          .hasMessageContaining("quotaExceeded");
      long requests = rig.server.requestCount();

      assertReconcile(client).isInstanceOf(QuotaExhaustedException.class);
      assertThat(rig.server.requestCount()).as("the ledger has learnt it").isEqualTo(requests);
    }
  }

  @Test
  void isLeftOpenWhileYouTubeCannotTell() throws IOException {
    Credentials credentials = YouTubeCredentials.accessToken(rig.server.accessToken());
    for (Fault passing :
        new Fault[] {Fault.status(503), Fault.transient429(), Fault.htmlBody(502)}) {
      refused(credentials, FaultScript.none().always(Step.LIST, passing))
          .isInstanceOf(OutcomeUnknownException.class)
          .hasMessageContaining("reconcile later")
          .hasMessageNotContaining("http");
    }
  }

  @Test
  void takesAMissingListForNoProof() throws IOException {
    FaultScript missing =
        FaultScript.none()
            .on(Step.LIST, 2, Fault.refusal(404, "youtube.playlistItem", "playlistNotFound", "no"));

    refused(YouTubeCredentials.accessToken(rig.server.accessToken()), missing)
        .isInstanceOf(OutcomeUnknownException.class)
        .hasMessageContaining("look there yourself");
  }

  @Test
  void isLeftToPeopleWhenTheAccountHasNoChannel() throws IOException {
    String token = rig.server.issueAccessToken(rig.server.grant().channel("UCnowhere"));

    refused(YouTubeCredentials.accessToken(token), FaultScript.none())
        .isInstanceOf(OutcomeUnknownException.class)
        .hasMessageContaining("has no channel");
  }

  @Test
  void isLeftToPeopleWhenItWasForAContentOwner() throws IOException {
    UploadRequest request =
        Rig.request(TestVideos.make(folder, 1000)).id("job").onBehalfOf("owner", "UC1").build();
    try (UploadClient client = rig.client()) {
      loseAnswer(client, request);
      long requests = rig.server.requestCount();

      assertReconcile(client)
          .isInstanceOf(OutcomeUnknownException.class)
          .hasMessageContaining("content owner");
      assertThat(rig.server.requestCount()).isEqualTo(requests);
    }
  }

  private AbstractThrowableAssert<?, ? extends Throwable> refused(
      Credentials credentials, FaultScript script) throws IOException {
    try (UploadClient client = unknown(credentials)) {
      rig.server.script(script);
      return assertReconcile(client);
    }
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> assertReconcile(
      UploadClient client) {
    ThrowingCallable reconcile = () -> client.reconcile("job");
    var refusal = assertThatThrownBy(reconcile);
    assertThat(client.find("job").orElseThrow().step()).isEqualTo(UploadStep.UNKNOWN);
    return refusal;
  }

  /** A client whose upload has sent everything and lost the answer and the session. */
  private UploadClient unknown(Credentials credentials) throws IOException {
    UploadClient client = rig.client(b -> b.credentials(credentials));
    if (client.find("job").isEmpty()) {
      loseAnswer(client, Rig.request(TestVideos.make(folder, 1000)).id("job").build());
    }
    return client;
  }

  private void loseAnswer(UploadClient client, UploadRequest request) {
    rig.script(
        FaultScript.none()
            .on(Step.SEND, Fault.loseAnswer())
            .always(Step.ASK, Fault.sessionGone(404)));
    assertThatThrownBy(() -> client.upload(request)).isInstanceOf(OutcomeUnknownException.class);
    rig.script(FaultScript.none());
  }

  private Credentials refreshing(String refreshToken) {
    return YouTubeCredentials.refreshToken(
        rig.server.clientId(),
        rig.server.clientSecret(),
        refreshToken,
        URI.create(rig.server.tokenUri()));
  }
}

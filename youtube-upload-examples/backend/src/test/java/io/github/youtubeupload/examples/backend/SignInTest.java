package io.github.youtubeupload.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.youtubeupload.testkit.FakeYouTube;
import io.github.youtubeupload.testkit.Fault;
import io.github.youtubeupload.testkit.FaultScript;
import io.github.youtubeupload.testkit.Grant;
import io.github.youtubeupload.testkit.QuotaRules;
import io.github.youtubeupload.testkit.Step;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SignInTest {
  private static final String ONE = "UConeoneoneoneoneoneonee";
  private static final String TWO = "UCtwotwotwotwotwotwotwoo";

  @TempDir Path state;
  private FakeYouTube youtube;
  private Backend backend;

  @BeforeEach
  void start() {
    youtube =
        FakeYouTube.builder()
            .project("p", QuotaRules.unlimited())
            .channel(ONE)
            .channel(TWO)
            .start();
    backend = Backend.with(youtube, state);
  }

  @AfterEach
  void stop() {
    backend.close();
    youtube.close();
  }

  @Test
  void consentSignsInAndShowsTheChannel() {
    Browser browser = new Browser(backend);
    assertThat(browser.json("api/youtube/me").path("signed_in").asBoolean()).isFalse();

    assertThat(browser.signIn(TWO)).isEqualTo("/");

    assertThat(browser.json("api/youtube/me").path("channel_id").asString()).isEqualTo(TWO);
    assertThat(browser.json("api/youtube/me").path("channel_title").asString()).contains(TWO);
    browser.send(browser.post("api/youtube/signout", "X-Any", "x"));
    assertThat(browser.json("api/youtube/me").path("signed_in").asBoolean()).isFalse();
  }

  @Test
  void theSessionCookieIsOutOfReachOfScriptsAndOtherSites() {
    Browser browser = new Browser(backend);
    String callback = browser.decide("allow", ONE, List.of(Grant.UPLOAD, Grant.READONLY));

    HttpResponse<String> answer = browser.open(callback);

    assertThat(answer.headers().allValues("Set-Cookie"))
        .anySatisfy(
            cookie ->
                assertThat(cookie).startsWith("session=").contains("HttpOnly", "SameSite=Lax"));
  }

  @Test
  void whatIsNotConsentLeadsBackToThePageWithTheReason() {
    Browser browser = new Browser(backend);
    String granted = browser.decide("allow", ONE, List.of(Grant.UPLOAD));

    assertThat(browser.signIn("deny", ONE, List.of(Grant.UPLOAD))).isEqualTo("/?sign_in=denied");
    assertThat(browser.signIn("allow", ONE, List.of(Grant.READONLY)))
        .isEqualTo("/?sign_in=missing_scope");
    assertThat(new Browser(backend).open(granted).headers().firstValue("Location"))
        .as("brought by another browser")
        .hasValue("/?sign_in=state_mismatch");
  }

  @Test
  void aTokenThatMayNotUploadDoesNotActWithWhatItsChannelHasStored() throws IOException {
    new Browser(backend).signIn(ONE);
    Grant reader = youtube.grant().channel(ONE).scopes(Grant.READONLY);
    Api api = backend.api(youtube.issueAccessToken(reader));

    Api.Answer refused = api.postFile(Videos.of(state, "friends.mp4", 1000), "{\"title\":\"T\"}");

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.code()).isEqualTo("missing_scope");
    assertThat(api.get("/api/youtube/uploads").code()).isEqualTo("missing_scope");
  }

  @Test
  void aChannelThatCannotBeReadForNowIsNotTakenForAnother() {
    Api api = backend.api(youtube.issueAccessToken(youtube.grant().channel(ONE)));
    youtube.script(
        FaultScript.none()
            .on(
                Step.LIST,
                1,
                Fault.refusal(403, "youtube.quota", "quotaExceeded", "The quota is used up")));

    assertThat(api.get("/api/youtube/uploads").status()).isEqualTo(503);
    assertThat(api.get("/api/youtube/uploads").status()).isEqualTo(200);
  }

  @Test
  void aForeignPageCannotActForTheSignedInUser() {
    Browser browser = new Browser(backend);
    browser.signIn(ONE);

    assertThat(
            browser
                .send(browser.post("api/youtube/pause/x", "Sec-Fetch-Site", "cross-site"))
                .body())
        .contains("foreign_origin");
    assertThat(
            browser
                .send(browser.post("api/youtube/pause/x", "Sec-Fetch-Site", "same-origin"))
                .body())
        .contains("unknown_upload");
  }

  @Test
  void tokensAreStoredEncrypted() throws IOException {
    new Browser(backend).signIn(ONE);

    try (Stream<Path> files = Files.walk(state)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1))
            .doesNotContain("1//fake", "ya29");
      }
    }
    assertThat(Files.getPosixFilePermissions(state.resolve("key"))).hasSize(2);
  }

  @Test
  void aWithdrawnConsentStopsTheUploadUntilTheNextSignIn() throws IOException {
    Browser browser = new Browser(backend);
    browser.signIn(ONE);
    Api api = backend.api(youtube.issueAccessToken(youtube.grant().channel(ONE)));
    youtube.script(FaultScript.none().on(Step.TOKEN, 1, Fault.status(400)));

    String id = api.upload(Videos.of(state, "friends.mp4", 200_000));
    JsonNode stopped = api.await(id, view -> view.path("needs_consent").asBoolean());
    assertThat(stopped.path("status").asString()).isEqualTo("suspended");
    assertThat(stopped.path("error").asString()).contains("consent again");
    assertThat(Videos.leftIn(state)).as("its file waits").hasSize(1);

    browser.signIn(ONE);
    api.awaitStatus(id, "completed");
    assertThat(youtube.videos()).hasSize(1);
  }
}

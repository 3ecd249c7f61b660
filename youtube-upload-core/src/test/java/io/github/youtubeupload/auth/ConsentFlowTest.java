package io.github.youtubeupload.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.youtubeupload.auth.ConsentException.Reason;
import io.github.youtubeupload.testkit.FakeYouTube;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConsentFlowTest {
  private static final URI CALLBACK = URI.create("http://localhost:8000/api/youtube/callback");

  private FakeYouTube youtube;
  private ConsentFlow flow;

  @BeforeEach
  void start() {
    youtube = FakeYouTube.start();
    flow =
        ConsentFlow.of(youtube.clientId(), youtube.clientSecret(), CALLBACK)
            .at(URI.create(youtube.authUri()), URI.create(youtube.tokenUri()));
  }

  @AfterEach
  void stop() {
    youtube.close();
  }

  @Test
  void asksForOfflineAccessWithStateAndPkce() {
    Map<String, String> query = query(flow.begin().url());

    assertThat(query)
        .containsEntry("access_type", "offline")
        .containsEntry("prompt", "consent")
        .doesNotContainKey("approval_prompt")
        .containsEntry("prompt", "consent")
        .containsEntry("redirect_uri", CALLBACK.toString())
        .containsEntry("code_challenge_method", "S256")
        .containsEntry("scope", ConsentFlow.UPLOAD + " " + ConsentFlow.READONLY)
        .containsKeys("code_challenge", "state");
  }

  @Test
  void twoQuestionsShareNothing() {
    ConsentRequest one = flow.begin();
    ConsentRequest other = flow.begin();

    assertThat(one.state()).isNotEqualTo(other.state());
    assertThat(one.codeVerifier()).isNotEqualTo(other.codeVerifier());
    assertThat(one).hasToString("ConsentRequest");
  }

  @Test
  void turnsAnAllowedRequestIntoCredentialsThatWork() throws Exception {
    ConsentRequest asked = flow.begin();

    Consent consent = flow.finish(asked, decide(asked, "allow", ConsentFlow.UPLOAD));

    assertThat(consent.scopes()).containsExactly(ConsentFlow.UPLOAD);
    assertThat(consent.toString()).doesNotContain(consent.refreshToken(), consent.accessToken());
    assertThat(flow.credentials(consent.refreshToken()).getRequestMetadata(CALLBACK))
        .containsKey("Authorization");
  }

  @Test
  void aRefusalIsNoConsent() throws Exception {
    ConsentRequest asked = flow.begin();
    fails(Reason.DENIED, asked, decide(asked, "deny", ConsentFlow.UPLOAD));
  }

  @Test
  void anUntickedScopeIsNoConsent() throws Exception {
    ConsentRequest asked = flow.begin();
    fails(Reason.MISSING_SCOPE, asked, decide(asked, "allow", ConsentFlow.READONLY));
  }

  @Test
  void anAnswerToAnotherQuestionIsRefused() throws Exception {
    ConsentRequest asked = flow.begin();
    fails(Reason.STATE_MISMATCH, flow.begin(), decide(asked, "allow", ConsentFlow.UPLOAD));
    fails(Reason.STATE_MISMATCH, asked, Map.of("code", "stolen"));
  }

  @Test
  void aCodeThatWasUsedIsRefused() throws Exception {
    ConsentRequest asked = flow.begin();
    Map<String, String> answer = decide(asked, "allow", ConsentFlow.UPLOAD);
    flow.finish(asked, answer);

    fails(Reason.CODE_REFUSED, asked, answer);
  }

  private void fails(Reason reason, ConsentRequest asked, Map<String, String> answer) {
    assertThatThrownBy(() -> flow.finish(asked, answer))
        .isInstanceOfSatisfying(
            ConsentException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  /** What the browser brings back when the person has decided. */
  private static Map<String, String> decide(ConsentRequest asked, String decision, String granted)
      throws IOException, InterruptedException {
    String form = asked.url().getRawQuery() + "&decision=" + decision + "&granted=" + granted;
    HttpRequest request =
        HttpRequest.newBuilder(asked.url())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    HttpResponse<Void> answer = HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
    return query(URI.create(answer.headers().firstValue("Location").orElseThrow()));
  }

  private static Map<String, String> query(URI uri) {
    Map<String, String> query = new LinkedHashMap<>();
    for (String pair : uri.getRawQuery().split("&", -1)) {
      String[] sides = pair.split("=", 2);
      query.put(sides[0], URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
    }
    return query;
  }
}

package io.github.youtubeupload.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.youtubeupload.testkit.RawClient.Answer;
import io.github.youtubeupload.testkit.internal.json.Json;
import java.io.IOException;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OAuthTest {
  private static final String CLIENT = "client_id=test-client&client_secret=test-secret";
  private static final String REDIRECT = "http://127.0.0.1:9/back";

  private final ManualClock clock = new ManualClock();
  private final FakeYouTube youtube =
      FakeYouTube.builder().clock(clock).channel("UCone").channel("UCtwo").start();

  @AfterEach
  void close() {
    youtube.close();
  }

  @Test
  void refreshesUntilTheGrantIsRevoked() throws IOException {
    Grant grant = youtube.grant().lifetime(Duration.ofMinutes(10));
    String refresh = youtube.issueRefreshToken(grant);
    String form = CLIENT + "&grant_type=refresh_token&refresh_token=" + encode(refresh);

    Map<?, ?> answer = json(post("/token", form));

    assertThat(answer.get("expires_in")).isEqualTo(600L);
    assertThat(answer.get("scope").toString()).contains(Grant.UPLOAD);
    assertThat(answer.get("refresh_token")).isNull();
    String token = answer.get("access_token").toString();
    assertThat(statusOfUse(token)).isEqualTo(200);
    clock.advance(Duration.ofMinutes(10));
    assertThat(statusOfUse(token)).isEqualTo(401);
    assertThat(post("/revoke", "token=" + encode(refresh)).status()).isEqualTo(200);
    Answer refused = post("/token", form);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(json(refused).get("error")).isEqualTo("invalid_grant");
  }

  @Test
  void tellsWhatATokenMayDoUntilItExpires() throws IOException {
    Grant grant = youtube.grant().scopes(Grant.UPLOAD).lifetime(Duration.ofMinutes(10));
    String token = youtube.issueAccessToken(grant);

    Map<?, ?> info = json(post("/tokeninfo", "access_token=" + encode(token)));

    assertThat(info.get("scope")).isEqualTo(Grant.UPLOAD);
    assertThat(info.get("expires_in")).isEqualTo("600");
    assertThat(info.get("aud")).isEqualTo("test-client");
    clock.advance(Duration.ofMinutes(10));
    Answer refused = post("/tokeninfo", "access_token=" + encode(token));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(json(refused).get("error")).isEqualTo("invalid_token");
  }

  @Test
  void refusesAStrangeClient() throws IOException {
    String refresh = encode(youtube.issueRefreshToken(youtube.grant()));
    String form = "&grant_type=refresh_token&refresh_token=" + refresh;

    Answer wrong = post("/token", "client_id=test-client&client_secret=guess" + form);

    assertThat(wrong.status()).isEqualTo(401);
    assertThat(json(wrong).get("error")).isEqualTo("invalid_client");
  }

  @Test
  void exchangesACodeOnceForWhatWasTicked() throws Exception {
    String verifier = "v".repeat(43);
    String consent =
        "client_id=test-client&redirect_uri="
            + encode(REDIRECT)
            + "&state=s%261&access_type=offline&prompt=consent&code_challenge_method=S256&code_challenge="
            + challenge(verifier);
    String back =
        post(
                "/o/oauth2/v2/auth",
                consent + "&decision=allow&channel=UCtwo&granted=" + encode(Grant.UPLOAD))
            .header("Location")
            .orElseThrow();
    assertThat(back).startsWith(REDIRECT + "?code=").endsWith("&state=s%261");
    String code = back.replaceFirst(".*[?]code=([^&]*).*", "$1");
    String exchange =
        CLIENT
            + "&grant_type=authorization_code&redirect_uri="
            + encode(REDIRECT)
            + "&code="
            + code;

    Map<?, ?> tokens = json(post("/token", exchange + "&code_verifier=" + verifier));

    assertThat(tokens.get("scope")).isEqualTo(Grant.UPLOAD);
    assertThat(tokens.get("refresh_token").toString()).isNotEmpty();
    String token = tokens.get("access_token").toString();
    RawUpload.open(youtube, token, "part=snippet", RawUpload.TITLED, "X-Test: none");
    assertThat(youtube.sessions().get(0).channelId()).isEqualTo("UCtwo");
    assertThat(json(post("/token", exchange + "&code_verifier=" + verifier)).get("error"))
        .isEqualTo("invalid_grant");
  }

  @Test
  void givesARefreshTokenOnlyWhereTheConsentIsAskedForAnew() throws Exception {
    String consent =
        "client_id=test-client&decision=allow&granted=x&access_type=offline&redirect_uri="
            + encode(REDIRECT);
    String back = post("/o/oauth2/v2/auth", consent).header("Location").orElseThrow();
    String code = back.replaceFirst(".*[?]code=([^&]*).*", "$1");
    String exchange = CLIENT + "&grant_type=authorization_code&code=" + code;

    Map<?, ?> tokens = json(post("/token", exchange + "&redirect_uri=" + encode(REDIRECT)));

    assertThat(tokens.get("access_token").toString()).isNotEmpty();
    assertThat(tokens.get("refresh_token")).isNull();
  }

  @Test
  void refusesACodeWithoutItsVerifierOrFromElsewhere() throws Exception {
    String consent =
        "client_id=test-client&decision=allow&granted=x&code_challenge_method=S256&code_challenge="
            + challenge("right")
            + "&redirect_uri="
            + encode(REDIRECT);
    for (String wrong :
        new String[] {
          "&code_verifier=wrong&redirect_uri=" + encode(REDIRECT),
          "&redirect_uri=" + encode(REDIRECT),
          "&code_verifier=right&redirect_uri=http%3A%2F%2Felsewhere"
        }) {
      String back = post("/o/oauth2/v2/auth", consent).header("Location").orElseThrow();
      String code = back.replaceFirst(".*[?]code=([^&]*).*", "$1");
      Answer answer =
          post("/token", CLIENT + "&grant_type=authorization_code&code=" + code + wrong);
      assertThat(json(answer).get("error")).isEqualTo("invalid_grant");
    }
  }

  @Test
  void comesBackWithARefusalIfDeniedOrAllIsUnticked() throws IOException {
    String form = "client_id=test-client&state=7&redirect_uri=" + encode(REDIRECT);

    for (String choice : new String[] {"&decision=deny&granted=x", "&decision=allow"}) {
      assertThat(post("/o/oauth2/v2/auth", form + choice).header("Location"))
          .hasValue(REDIRECT + "?error=access_denied&state=7");
    }
  }

  @Test
  void showsAFormWithEveryChannelAndScope() throws IOException {
    String query =
        "?response_type=code&client_id=test-client&state=%22%3E%3Cscript%3E&redirect_uri="
            + encode(REDIRECT)
            + "&scope="
            + encode(Grant.UPLOAD + " " + Grant.READONLY);

    Answer page =
        RawClient.call(youtube, "GET /o/oauth2/v2/auth" + query + " HTTP/1.1\n", new byte[0]);

    assertThat(page.body())
        .contains("<option>UCone", "<option>UCtwo", "value=\"" + Grant.READONLY + "\" checked")
        .doesNotContain("<script>");
  }

  private int statusOfUse(String token) throws IOException {
    String head =
        "GET /youtube/v3/channels?part=id&mine=true HTTP/1.1\nAuthorization: Bearer " + token;
    return RawClient.call(youtube, head, new byte[0]).status();
  }

  private Answer post(String path, String form) throws IOException {
    String head = "POST " + path + " HTTP/1.1\nContent-Type: application/x-www-form-urlencoded\n";
    return RawClient.call(youtube, head, form.getBytes(UTF_8));
  }

  private static Map<?, ?> json(Answer answer) {
    return (Map<?, ?>) Json.read(answer.body());
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private static String challenge(String verifier) throws GeneralSecurityException {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
  }
}

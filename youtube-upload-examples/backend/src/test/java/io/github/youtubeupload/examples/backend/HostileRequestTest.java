package io.github.youtubeupload.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests that nobody sends by mistake. */
class HostileRequestTest {
  private static final String MULTIPART = "Content-Type: multipart/form-data; boundary=b";

  @TempDir static Path directory;
  private static Path state;
  private static Backend backend;

  @BeforeAll
  static void start() {
    state = directory.resolve("state");
    backend = Backend.demo(state, "MAX_FILE_BYTES=" + (1L << 60), "RATE_LIMIT_PER_MINUTE=40");
  }

  @AfterAll
  static void stop() {
    backend.close();
  }

  @Test
  void aFormThatNobodyAskedForIsNotReadIntoMemory() throws IOException {
    try (RawRequest request =
        raw(
            "DELETE / HTTP/1.1",
            "Content-Type: application/x-www-form-urlencoded",
            "Content-Length: 3000000000")) {
      assertThat(request.answer()).contains(" 405 ");
    }
  }

  @Test
  void theCallbackReceivesNoFile() throws IOException {
    try (RawRequest request =
        raw(
            "GET /api/youtube/callback?error=access_denied HTTP/1.1",
            MULTIPART,
            "Content-Length: 3000000000")) {
      assertThat(request.answer()).contains(" 302 ");
    }
    assertThat(Videos.leftIn(state)).isEmpty();
  }

  @Test
  void aBrokenCallbackIsASignInThatFailed() {
    Api.Answer answer = backend.api("").get("/api/youtube/callback?code=%25zz&state=x&=&a");

    assertThat(answer.status()).as(answer.toString()).isEqualTo(302);
    assertThat(answer.header("Location")).isEqualTo("/?sign_in=state_mismatch");
  }

  @Test
  void twoFilesThatOnlyFitAloneAreNotBothTaken() throws Exception {
    long most = Files.getFileStore(state).getUsableSpace() / 10 * 6;
    String[] post = {
      "POST /api/youtube/upload HTTP/1.1",
      "Authorization: Bearer TOKEN",
      MULTIPART,
      "Content-Length: " + most
    };
    try (RawRequest one = raw(post);
        RawRequest other = raw(post)) {
      assertThat(
              CompletableFuture.anyOf(one.answerLater(), other.answerLater())
                  .get(20, TimeUnit.SECONDS))
          .asString()
          .contains(" 507 ");
    }
  }

  @Test
  void aRefusalIsJsonForThoseWhoListenForEventsToo() {
    Api api = backend.api("TOKEN");

    Api.Answer answer =
        Api.send(api.request("/api/youtube/events/nope").header("Accept", "text/event-stream"));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("unknown_upload");
  }

  @Test
  void aTokenThatIsNoneIsNotRepeated() {
    for (String token : new String[] {"ya29.two words", "ya29.\\nX-Header: 1", "\\u0000", "토큰"}) {
      Api.Answer answer =
          backend
              .api("")
              .postJson(
                  "{\"videoUrl\":\"https://example.com/v.mp4\",\"title\":\"T\",\"access_token\":\"%s\"}"
                      .formatted(token));

      assertThat(answer.status()).as(token).isEqualTo(401);
      assertThat(answer.raw().body()).doesNotContain("ya29");
    }
  }

  @Test
  void thePathInAnotherSpellingIsLimitedToo() throws IOException {
    try (Backend strict = Backend.demo(directory.resolve("strict"), "RATE_LIMIT_PER_MINUTE=5")) {
      Api api = strict.api("");
      Api.Answer last = api.get("/%61pi/youtube/quota");
      assertThat(last.header("Cache-Control")).isEqualTo("no-store");
      for (int i = 0; i < 12 && last.status() == 200; i++) {
        last = api.get("/%61pi/youtube/quota");
      }
      assertThat(last.status()).isEqualTo(429);
    }
  }

  private static RawRequest raw(String... headLines) throws IOException {
    return new RawRequest(backend.port(), headLines);
  }
}

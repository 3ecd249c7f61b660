package io.github.youtubeupload.testkit;

import static io.github.youtubeupload.testkit.RawUpload.BLOCK;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.youtubeupload.testkit.RawClient.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is accepted because a standard says so or Google's clients send it, and how to refuse it.
 */
class ToleranceTest {
  private final byte[] bytes = Bytes.of(2 * BLOCK + 100);
  private FakeYouTube youtube = FakeYouTube.start();

  @AfterEach
  void close() {
    youtube.close();
  }

  private void strict() {
    youtube.close();
    youtube = FakeYouTube.builder().documentedOnly().start();
  }

  @Test
  void takesAnOpenRangeToTheEnd() throws IOException {
    RawUpload upload = new RawUpload(youtube, bytes);

    assertThat(put(upload, "0-*/" + bytes.length, 0).status()).isEqualTo(201);
    assertThat(youtube.videos().get(0).sha256()).isEqualTo(Bytes.sha256(bytes));
  }

  @Test
  void takesAnOpenRangeFromWhereItStopped() throws IOException {
    RawUpload upload = new RawUpload(youtube, bytes);
    upload.put(0, BLOCK);

    assertThat(put(upload, BLOCK + "-*/" + bytes.length, BLOCK).status()).isEqualTo(201);
    assertThat(youtube.videos().get(0).sha256()).isEqualTo(Bytes.sha256(bytes));
  }

  @Test
  void takesAnOpenRangeOfUnknownTotal() throws IOException {
    RawUpload upload = new RawUpload(youtube, bytes, "X-Test: unknown length");
    upload.put(0, BLOCK, "*");

    assertThat(put(upload, BLOCK + "-*/*", BLOCK).status()).isEqualTo(201);
    assertThat(youtube.videos().get(0).sha256()).isEqualTo(Bytes.sha256(bytes));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0-*/10", "600000-*/524388", "*-*/524388", "0-/524388"})
  void refusesAnOpenRangeThatContradictsTheUpload(String range) throws IOException {
    assertThat(put(new RawUpload(youtube, bytes), range, 0).status()).isEqualTo(400);
    assertThat(youtube.videos()).isEmpty();
  }

  @Test
  void refusesOpenRangesAndUnknownTotalsWhenToldToBeStrict() throws IOException {
    strict();

    assertThat(put(new RawUpload(youtube, bytes), "0-*/" + bytes.length, 0).status())
        .isEqualTo(400);
    RawUpload unknown = new RawUpload(youtube, bytes, "X-Test: unknown length");
    assertThat(unknown.put(0, BLOCK, "*").status()).isEqualTo(400);
    assertThat(unknown.put(0, bytes.length).status()).isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource({
    "Bearer, application/json, video/mp4, 200, 200",
    "bearer, application/json, video/mp4, 200, 200",
    "BEARER, Application/JSON; Charset=UTF-8, VIDEO/MP4, 200, 200",
    "Bearer, application/json;charset=\"utf-8\", Video/Webm; codecs=vp9, 200, 200",
    "Bearer, application/json, , 200, 400",
    "Bearer, , video/mp4, 200, 400",
    "Bearer, text/plain, video/mp4, 400, 400",
    "Bearer, application/json; charset=euc-kr, video/mp4, 400, 400",
    "Bearer, application/x-www-form-urlencoded, video/mp4, 400, 400",
    "Bearer, application/json, audio/mp4, 400, 400",
    "Basic, application/json, video/mp4, 401, 401"
  })
  void readsNamesAsTheirStandardsSay(
      String scheme, String json, String media, int status, int whenStrict) throws IOException {
    assertThat(open(scheme, json, media).status()).isEqualTo(status);
    strict();
    assertThat(open(scheme, json, media).status()).isEqualTo(whenStrict);
  }

  @Test
  void refusesMetadataThatIsNotUtf8() throws IOException {
    byte[] latin =
        RawUpload.TITLED
            .replace("Friends", "Fr\u00fchst\u00fcck")
            .getBytes(StandardCharsets.ISO_8859_1);

    Answer answer = RawClient.call(youtube, head("Bearer", "application/json", "video/mp4"), latin);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(OpeningTest.reason(answer)).isEqualTo("parseError");
  }

  private Answer open(String scheme, String json, String media) throws IOException {
    byte[] body = RawUpload.TITLED.getBytes(StandardCharsets.UTF_8);
    return RawClient.call(youtube, head(scheme, json, media), body);
  }

  private String head(String scheme, String json, String media) {
    return "POST /upload/youtube/v3/videos?uploadType=resumable&part=snippet HTTP/1.1\n"
        + "Host: localhost\n"
        + ("Authorization: " + scheme + " " + youtube.accessToken() + "\n")
        + (json == null ? "" : "Content-Type: " + json + "\n")
        + (media == null ? "" : "X-Upload-Content-Type: " + media + "\n");
  }

  private Answer put(RawUpload upload, String range, int from) throws IOException {
    byte[] rest = Arrays.copyOfRange(bytes, from, bytes.length);
    return RawClient.call(youtube, upload.head("PUT", range), rest);
  }
}

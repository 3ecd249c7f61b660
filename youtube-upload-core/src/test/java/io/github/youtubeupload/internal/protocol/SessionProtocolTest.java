package io.github.youtubeupload.internal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.client.http.ByteArrayContent;
import io.github.youtubeupload.internal.transport.UploadTransport;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.HttpsURLConnection;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The exact bytes of each request, and answers that must not be trusted. */
class SessionProtocolTest {
  private final MockWebServer server = new MockWebServer();
  private SessionProtocol protocol;

  @BeforeEach
  void start() throws IOException {
    server.start();
    Duration second = Duration.ofSeconds(2);
    protocol =
        new SessionProtocol(
            new UploadTransport(HttpsURLConnection.getDefaultSSLSocketFactory()),
            server.url("/").uri(),
            new SessionProtocol.Timeouts(second, second, second),
            "test-app");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void opensASessionAsTheGuideSays() throws InterruptedException {
    answer(200, "Location", server.url("/upload?upload_id=s").toString(), "");

    Reply reply = open();

    assertThat(reply).isEqualTo(new Reply.Opened(server.url("/upload?upload_id=s").uri()));
    RecordedRequest request = server.takeRequest();
    assertThat(request.getMethod()).isEqualTo("POST");
    assertThat(request.getTarget())
        .isEqualTo(
            "/upload/youtube/v3/videos?uploadType=resumable&part=snippet,status"
                + "&notifySubscribers=false");
    assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer t");
    assertThat(request.getHeaders().get("X-Upload-Content-Type")).isEqualTo("video/mp4");
    assertThat(request.getHeaders().get("X-Upload-Content-Length")).isEqualTo("4000000000");
    assertThat(request.getHeaders().get("Content-Type"))
        .isEqualTo("application/json; charset=UTF-8");
    assertThat(request.getHeaders().get("User-Agent")).startsWith("test-app");
    assertThat(request.getBody().utf8()).isEqualTo("{\"snippet\":{\"title\":\"é\"}}");
  }

  @Test
  void sendsARange() throws InterruptedException {
    answer(201, "Content-Type", "application/json", "{\"id\":\"abcdefghijk\"}");
    ByteArrayContent bytes = new ByteArrayContent("video/mp4", new byte[] {1, 2, 3});

    Reply reply =
        protocol.send("Bearer t", session(), new ContentRange(7, 3, OptionalLong.of(10)), bytes);

    assertThat(((Reply.Finished) reply).video().getId()).isEqualTo("abcdefghijk");
    RecordedRequest request = server.takeRequest();
    assertThat(request.getMethod()).isEqualTo("PUT");
    assertThat(request.getHeaders().get("Content-Range")).isEqualTo("bytes 7-9/10");
    assertThat(request.getHeaders().get("Content-Length")).isEqualTo("3");
    assertThat(request.getHeaders().get("Content-Encoding")).isNull();
    assertThat(request.getBody().toByteArray()).containsExactly(1, 2, 3);
  }

  @Test
  void asksWithAnEmptyBody() throws InterruptedException {
    answer(308, "Range", "bytes=0-41", "");

    assertThat(ask()).hasToString("Stored[42]");
    RecordedRequest request = server.takeRequest();
    assertThat(request.getHeaders().get("Content-Range")).isEqualTo("bytes */100");
    assertThat(request.getHeaders().get("Content-Length")).isEqualTo("0");
  }

  @Test
  void takesAMissingRangeForNothingStored() {
    answer(308, "X", "y", "");

    assertThat(ask()).hasToString("Stored[0]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"bytes=5-41", "bytes 0-41", "0-41", "bytes=0-", "bytes=0-99999999999999999999"})
  void makesNothingOfARangeItCannotRead(String range) {
    answer(308, "Range", range, "");

    assertThat(ask()).isInstanceOf(Reply.Lost.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/upload?upload_id=s",
        "http://evil.example/upload?upload_id=s",
        "http://googleapis.com.evil.example/",
        "ftp://127.0.0.1/",
        "//evil.example/x",
        ":::"
      })
  void sendsNoTokenToAnAddressThatIsNotTheApis(String location) {
    answer(200, "Location", location, "");

    Reply reply = open();

    assertThat(reply).isInstanceOf(Reply.Lost.class);
    assertThat(((Reply.Lost) reply).cause().toString()).doesNotContain("upload_id");
  }

  @Test
  void followsNoRedirect() {
    answer(302, "Location", server.url("/elsewhere").toString(), "");

    assertThat(ask()).isInstanceOf(Reply.Lost.class);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>", "{}", "{\"id\":7}", "{\"id\":\"\"}", "[]", "null"})
  void doesNotTakeAnythingElseForAVideo(String body) {
    answer(200, "Content-Type", "application/json", body);

    assertThat(ask()).isInstanceOf(Reply.Lost.class);
  }

  @Test
  void survivesAHeaderThatCannotBeRead() {
    answer(200, "Age", "old", "{}");

    assertThat(ask()).isInstanceOf(Reply.Lost.class);
  }

  @Test
  void readsNoEndlessAnswer() {
    answer(503, "X", "y", "x".repeat(3_000_000));
    answer(503, "X", "y", "x".repeat(5_000_000));

    Reply.Refused refused = (Reply.Refused) ask();
    assertThat(refused.refusal().status()).isEqualTo(503);
    assertThat(ask()).isInstanceOf(Reply.Lost.class);
  }

  @Test
  void believesNoHeaderThatIsThereTwice() {
    server.enqueue(
        new MockResponse.Builder()
            .code(308)
            .addHeader("Range", "bytes=0-41")
            .addHeader("Range", "bytes=0-99")
            .build());
    String session = server.url("/upload?upload_id=s").toString();
    server.enqueue(
        new MockResponse.Builder()
            .code(200)
            .addHeader("Location", session)
            .addHeader("Location", session + "t")
            .build());

    assertThat(ask()).isInstanceOf(Reply.Lost.class);
    assertThat(open()).isInstanceOf(Reply.Lost.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "120                             | 120",
        "Sun, 06 Nov 1994 08:51:37 GMT   | 120",
        "Sunday, 06-Nov-94 08:51:37 GMT  | 0",
        "Sun Nov  6 08:51:37 1994        | 120",
        "Sun, 06 Nov 1994 08:49:00 GMT   | 0",
        "soon                            | 0",
        "-1                              | 0",
      })
  void honoursRetryAfterInEachOfItsForms(String value, long seconds) {
    server.enqueue(
        new MockResponse.Builder()
            .code(503)
            .addHeader("Date", "Sun, 06 Nov 1994 08:49:37 GMT")
            .addHeader("Retry-After", value)
            .build());

    assertThat(((Reply.Refused) ask()).refusal().retryAfter().orElse(Duration.ZERO))
        .isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void readsADateOfTwoDigitsAsOfThisCentury() {
    server.enqueue(
        new MockResponse.Builder()
            .code(503)
            .addHeader("Date", "Friday, 27-Nov-26 08:49:37 GMT")
            .addHeader("Retry-After", "Friday, 27-Nov-26 08:50:37 GMT")
            .build());

    assertThat(((Reply.Refused) ask()).refusal().retryAfter()).contains(Duration.ofMinutes(1));
  }

  /** Only the last byte gives YouTube work that takes minutes. */
  @Test
  void waitsLongOnlyForTheFinalAnswer() {
    SessionProtocol impatient =
        new SessionProtocol(
            new UploadTransport(HttpsURLConnection.getDefaultSSLSocketFactory()),
            server.url("/").uri(),
            new SessionProtocol.Timeouts(
                Duration.ofSeconds(20), Duration.ofMillis(50), Duration.ofMinutes(10)),
            "test-app");
    ByteArrayContent bytes = new ByteArrayContent("video/mp4", new byte[] {1, 2, 3});
    MockResponse late =
        new MockResponse.Builder().code(308).headersDelay(1, TimeUnit.SECONDS).build();
    server.enqueue(late);
    server.enqueue(late);

    assertThat(
            impatient.send(
                "Bearer t", session(), new ContentRange(0, 3, OptionalLong.of(6)), bytes))
        .isInstanceOf(Reply.Lost.class);
    assertThat(
            impatient.send(
                "Bearer t", session(), new ContentRange(3, 3, OptionalLong.of(6)), bytes))
        .isInstanceOf(Reply.Stored.class);
  }

  @Test
  void knowsThatARequestCannotHaveBeenSent() {
    server.close();

    assertThat(((Reply.Lost) open()).surelyNotSent()).isTrue();
  }

  private Reply open() {
    return protocol.open(
        "Bearer t",
        "part=snippet,status&notifySubscribers=false",
        "{\"snippet\":{\"title\":\"é\"}}",
        "video/mp4",
        OptionalLong.of(4_000_000_000L));
  }

  private Reply ask() {
    return protocol.ask("Bearer t", session(), OptionalLong.of(100));
  }

  private URI session() {
    return server.url("/upload?upload_id=s").uri();
  }

  private void answer(int status, String name, String value, String body) {
    server.enqueue(
        new MockResponse.Builder().code(status).addHeader(name, value).body(body).build());
  }
}

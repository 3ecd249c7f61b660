package io.github.youtubeupload.source;

import static io.github.youtubeupload.source.TestOrigin.head;
import static io.github.youtubeupload.source.TestOrigin.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlHostilityTest {
  @TempDir private Path spool;

  private void prepare(UrlSource.Builder source) throws IOException {
    try (PreparedSource prepared = source.build().prepare(TestContext.in(spool))) {
      prepared.open(0).readAllBytes();
    } finally {
      assertThat(spool).isEmptyDirectory();
    }
  }

  @Test
  void connectsOnlyToAddressesItHasCheckedWhenTheNameServerChangesItsMind() {
    AtomicInteger asked = new AtomicInteger();
    TestContent content = new TestContent(TestContent.video(100_000));
    content.cuts.add(50_000L);
    try (TestOrigin origin = new TestOrigin(content)) {
      HostPolicy policy =
          HostPolicy.publicOnly()
              .allowNetwork("127.0.0.1")
              .resolvedBy(
                  host ->
                      List.of(
                          InetAddress.getByName(
                              asked.incrementAndGet() == 1 ? "127.0.0.1" : "127.0.0.2")));
      URI url = URI.create("http://rebind.test:" + origin.port() + "/v.mp4");
      assertThatThrownBy(() -> prepare(TestOrigin.quick(url).hostPolicy(policy)))
          .isInstanceOf(UrlRefusedException.class)
          .hasMessageContaining("leads to 127.0.0.2");
      assertThat(asked).hasValue(2);
      assertThat(origin.requests()).hasSize(1);
      assertThat(origin.requests().get(0).header("Host")).startsWith("rebind.test:");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http://10.0.0.1/v.mp4, private",
    "http://169.254.169.254/latest/meta-data, metadata",
    "//192.168.0.1/v.mp4, private",
    "file:///etc/passwd, only http and https",
    "http://[::1]/v.mp4, loopback",
    "http://2130706433/, ambiguous",
    "http://user:pw@8.8.8.8/, user information",
    "http://exa mple/, no URL",
    "ftp://8.8.8.8/v.mp4, only http and https"
  })
  void checksEveryRedirect(String location, String reason) {
    try (TestOrigin origin =
        new TestOrigin((r, out) -> head(out, "HTTP/1.1 302 Found", "Location: " + location))) {
      assertThatThrownBy(() -> prepare(origin.source("/v.mp4")))
          .isInstanceOf(UrlRefusedException.class)
          .hasMessageContaining(reason);
    }
  }

  @Test
  void followsFiveRedirectsAndNoMore() {
    try (TestOrigin origin =
        new TestOrigin((r, out) -> head(out, "HTTP/1.1 307 Temporary", "Location: /again"))) {
      assertThatThrownBy(() -> prepare(origin.source("/v.mp4")))
          .hasMessageContaining("redirects more than 5 times");
      assertThat(origin.requests()).hasSize(6);
    }
  }

  @Test
  void refusesARedirectToNowhere() {
    try (TestOrigin origin = new TestOrigin((r, out) -> head(out, "HTTP/1.1 302 Found"))) {
      assertThatThrownBy(() -> prepare(origin.source("/v.mp4")))
          .hasMessageContaining("redirects to nowhere");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          200 OK        | text/html        | <!DOCTYPE html><title>Please log in</title> | an HTML page
          200 OK        | video/mp4        | <!DOCTYPE html><title>Grüße</title>         | an HTML page
          200 OK        | application/xml  | <Error><Code>AccessDenied</Code></Error>    | an XML document
          200 OK        | application/json | {"error":"gone"}                            | a JSON document
          200 OK        | text/plain       | Not found                                   | plain text
          200 OK        | video/mp4        | rendering, come back in a while             | plain text
          403 Forbidden | application/xml  | <?xml version="1.0"?><Error>Expired</Error> | 403 Forbidden (application/xml): <Error>Expired</Error>
          404 Not Found | text/html        | <h1>gone</h1>                               | 404 Not Found (text/html): <h1>gone</h1>
          204 No        | video/mp4        | x                                           | answered 204
          """)
  void refusesWhatIsPlainlyNoVideo(String status, String type, String body, String reason) {
    try (TestOrigin origin = new TestOrigin((r, out) -> text(out, status, type, body))) {
      assertThatThrownBy(() -> prepare(origin.source("/v.mp4?sig=abcdef")))
          .hasMessageContaining(reason)
          .hasMessageContaining(status.substring(0, 3))
          .hasMessageContaining(type)
          .message()
          .doesNotContain("abcdef");
    }
  }

  @Test
  void keepsSecretsOutOfMessagesEvenIfTheOriginEchoesThem() {
    try (TestOrigin origin =
        new TestOrigin(
            (r, out) ->
                text(out, "403 No", "text/plain", r.target() + r.header("Authorization")))) {
      assertThatThrownBy(
              () ->
                  prepare(
                      origin
                          .source("/v.mp4?X-Sig=topsecret%2Fkey")
                          .header("Authorization", "Bearer hushhush")))
          .hasMessageContaining("answered 403")
          .message()
          .doesNotContain("topsecret")
          .doesNotContain("hushhush");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\nContent-Length: 0",
        "HTTP/1.1 416 No\nContent-Range: bytes */0",
        "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n0\n"
      })
  void refusesWhatIsEmpty(String answer) {
    try (TestOrigin origin = new TestOrigin((r, out) -> head(out, answer.replace("\n", "\r\n")))) {
      assertThatThrownBy(() -> prepare(origin.source("/v.mp4"))).hasMessageContaining("is empty");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Content-Encoding: gzip          | Content-Encoding gzip
          Transfer-Encoding: gzip,chunked | transfer coding
          Content-Length: 300000000000    | above the limit
          Content-Length: 1, 2            | no number
          Content-Length: -1              | no number
          X-None: 1                       | neither Content-Length nor chunks
          no colon                        | a header that is none
          """)
  void refusesHeadsThatBodeNoGood(String line, String reason) {
    try (TestOrigin origin =
        new TestOrigin(
            (r, out) -> {
              head(out, "HTTP/1.1 200 OK", "ETag: \"1\"", line);
              out.write(TestContent.video(2000));
            })) {
      assertThatThrownBy(() -> prepare(origin.source("/v.mp4").attempts(2)))
          .hasMessageContaining(reason);
    }
  }

  @Test
  void endsAnEndlessHead() {
    try (TestOrigin origin =
        new TestOrigin(
            (r, out) -> {
              head(out, "HTTP/1.1 200 OK", "X: " + "x".repeat(70_000));
            })) {
      assertThatThrownBy(() -> prepare(origin.source("/v.mp4").attempts(1)))
          .hasMessageContaining("above 64 KiB");
    }
  }

  @Test
  void endsAnEndlessBody() {
    try (TestOrigin origin =
        new TestOrigin(
            (r, out) -> {
              head(out, "HTTP/1.1 200 OK", "Transfer-Encoding: chunked");
              chunks(out, Integer.MAX_VALUE);
            })) {
      assertThatThrownBy(() -> prepare(origin.source("/v.mp4").spoolLimit(1_000_000)))
          .hasMessageContaining("above the limit of 1000000");
    }
  }

  private static void chunks(OutputStream out, int count) throws IOException {
    byte[] bytes = TestContent.video(10_000);
    for (int i = 0; i < count; i++) {
      out.write("2710\r\n".getBytes(StandardCharsets.US_ASCII));
      out.write(bytes);
      out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
    }
  }

  @Test
  void endsAHeadThatTrickles() {
    try (TestOrigin origin =
        new TestOrigin(
            (r, out) -> {
              while (true) {
                out.write('H');
                out.flush();
                Thread.onSpinWait();
              }
            })) {
      UrlSource.Builder source =
          origin.source("/v.mp4").attempts(1).answerTimeout(Duration.ofMillis(60));
      assertThatThrownBy(() -> prepare(source))
          .satisfiesAnyOf(
              e -> assertThat(e).hasMessageContaining("no answer within"),
              e -> assertThat(e).hasMessageContaining("above 64 KiB"));
    }
  }

  @Test
  void endsAnAnswerThatNeverComes() {
    try (TestOrigin origin =
        new TestOrigin(
            (r, out) -> {
              try {
                new java.util.concurrent.CountDownLatch(1).await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            })) {
      UrlSource.Builder source =
          origin.source("/v.mp4").attempts(2).answerTimeout(Duration.ofMillis(40));
      assertThatThrownBy(() -> prepare(source)).hasMessageContaining("no answer within");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Range", "Host", "If-Range", "Accept-Encoding", "Transfer-Encoding"})
  void keepsTheHeadersThatSayWhichBytesToItself(String name) {
    UrlSource.Builder builder = UrlSource.builder(URI.create("https://h.example/"));
    assertThatThrownBy(() -> builder.header(name, "x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.header("X-Ok", "a\r\nHost: b"))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .doesNotContain("Host");
  }
}

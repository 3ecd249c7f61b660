package io.github.youtubeupload.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who looks for a request finds it, also if it was refused before it was understood. */
class RefusedHeadTest {
  private final FakeYouTube youtube = FakeYouTube.start();

  @AfterEach
  void close() {
    youtube.close();
  }

  @ParameterizedTest
  @CsvSource({
    "GET / HTTP/2.0, GET, /",
    "GET http://elsewhere/ HTTP/1.1, GET, http://elsewhere/",
    "nonsense, nonsense, ''",
    "POST /token HTTP/1.1|no colon here, POST, /token",
    "PUT /x HTTP/1.1|Content-Length: many, PUT, /x",
    "PUT /x HTTP/1.1|Transfer-Encoding: gzip, PUT, /x"
  })
  void recordsAHeadThatIsRefused(String head, String method, String target) throws IOException {
    try (RawClient client = new RawClient(youtube)) {
      client.write(head.replace('|', '\n') + "\n\n");

      assertThat(client.read().status()).isEqualTo(400);
    }
    assertThat(youtube.requests())
        .singleElement()
        .satisfies(
            request -> {
              assertThat(request.method()).isEqualTo(method);
              assertThat(request.target()).isEqualTo(target);
              assertThat(request.step()).isEqualTo(Step.OTHER);
              assertThat(request.status()).hasValue(400);
            });
  }

  @Test
  void keepsTheHeadersThatWereReadBefore() throws IOException {
    try (RawClient client = new RawClient(youtube)) {
      client.write("GET / HTTP/1.1\nX-Trace: 7\nno colon here\n\n");
      client.read();
    }

    assertThat(youtube.requests().get(0).header("x-trace")).hasValue("7");
  }

  @Test
  void recordsTheStatusOfABodyThatIsRefused() throws IOException {
    try (RawClient client = new RawClient(youtube)) {
      client.write("POST /token HTTP/1.1\nTransfer-Encoding: chunked\n\nno size\n");

      assertThat(client.read().status()).isEqualTo(400);
    }
    assertThat(youtube.requests()).singleElement().matches(r -> r.status().getAsInt() == 400);
  }

  @Test
  void recordsALineThatIsTooLong() throws IOException {
    try (RawClient client = new RawClient(youtube)) {
      client.write("GET / HTTP/1.1\nX: " + "x".repeat(40_000) + "\n\n");

      assertThat(client.read().status()).isEqualTo(400);
    }
    assertThat(youtube.requests()).hasSize(1);
  }
}

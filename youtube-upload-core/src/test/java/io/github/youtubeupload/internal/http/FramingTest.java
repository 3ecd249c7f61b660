package io.github.youtubeupload.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FramingTest {
  private static final String CHUNKED =
      String.join(
          "\r\n",
          "HTTP/1.1 200 OK",
          "Transfer-Encoding: chunked",
          "",
          "3;x=y",
          "abc",
          "A",
          "0123456789",
          "0",
          "Trailer: x",
          "",
          "");
  private static final String FIXED = "HTTP/1.1 200 OK\r\nContent-Length: 13\r\n\r\nabc0123456789";

  @Test
  void readsABodyToItsEndAndNoFurther() throws IOException {
    assertThat(body(CHUNKED + "HTTP/1.1 200")).isEqualTo("abc0123456789");
    assertThat(body(FIXED + "HTTP/1.1 200")).isEqualTo("abc0123456789");
    assertThat(body("HTTP/1.1 200 OK\r\n\r\nabc")).isEqualTo("abc");
  }

  @ParameterizedTest
  @MethodSource("prefixes")
  void takesNoBeginningForTheWhole(int cut) {
    if (cut < CHUNKED.length()) {
      assertThatThrownBy(() -> body(CHUNKED.substring(0, cut))).isInstanceOf(EOFException.class);
    }
    if (cut < FIXED.length()) {
      assertThatThrownBy(() -> body(FIXED.substring(0, cut))).isInstanceOf(EOFException.class);
    }
  }

  static IntStream prefixes() {
    return IntStream.range(0, CHUNKED.length());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: -1",
        "Content-Length: +1",
        "Content-Length: 1.0",
        "Content-Length: 0x1",
        "Content-Length: one",
        "Content-Length:",
        "Content-Length: 1, 1",
        "Content-Length: 99999999999999999999",
        "Content-Length: ١",
        "Content-Length: 1\r\nContent-Length: 1",
        "Content-Length: 1\r\nContent-Length: 2",
        "Content-Length: 1\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: gzip",
        "Transfer-Encoding: gzip, chunked",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding:",
      })
  void refusesALengthThatLeavesRoomForDoubt(String headers) {
    assertThatThrownBy(() -> body("HTTP/1.1 200 OK\r\n" + headers + "\r\n\r\nabc"))
        .isInstanceOf(ProtocolException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x\r\n", "-1\r\n", "\r\n", "3\r\nabcd\r\n", "ffffffffffffffffff\r\n"})
  void refusesAChunkThatIsNone(String chunk) {
    assertThatThrownBy(
            () ->
                body("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk + "0\r\n\r\n"))
        .isInstanceOf(ProtocolException.class);
  }

  @Test
  void expectsNoBodyWhereThereIsNone() throws IOException {
    assertThat(body("HTTP/1.1 204 No Content\r\n\r\nHTTP/1.1")).isEmpty();
    assertThat(body("HTTP/1.1 304 Not Modified\r\nContent-Length: 7\r\n\r\nHTTP/1.1")).isEmpty();
  }

  private static String body(String text) throws IOException {
    ByteArrayInputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
    AnswerHead head = HeadReader.last(in);
    return new String(Framing.of(head).body(in).readAllBytes(), StandardCharsets.ISO_8859_1);
  }
}

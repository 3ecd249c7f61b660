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

class HeadReaderTest {
  private static final String WHOLE =
      "HTTP/1.1 308 Resume Incomplete\r\nRange: bytes=0-41\r\nEmpty:\r\nContent-Length: 0\r\n\r\n";

  @Test
  void readsAWholeHead() throws IOException {
    AnswerHead head = next(WHOLE);

    assertThat(head.status()).isEqualTo(308);
    assertThat(head.reason()).isEqualTo("Resume Incomplete");
    assertThat(head.values("range")).containsExactly("bytes=0-41");
    assertThat(head.values("empty")).containsExactly("");
    assertThat(head.keepsConnection()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("prefixes")
  void takesNoBeginningForTheWhole(int length) {
    assertThatThrownBy(() -> next(WHOLE.substring(0, length))).isInstanceOf(EOFException.class);
  }

  static IntStream prefixes() {
    return IntStream.range(0, WHOLE.length());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/2 200 OK\r\n\r\n",
        "HTTP/1.2 200 OK\r\n\r\n",
        "HTTP/1.1 20 OK\r\n\r\n",
        "HTTP/1.1 2000 OK\r\n\r\n",
        "HTTP/1.1 000 OK\r\n\r\n",
        "HTTP/1.1 600 OK\r\n\r\n",
        "HTTP/1.1  200 OK\r\n\r\n",
        "http/1.1 200 OK\r\n\r\n",
        "SSH-2.0-OpenSSH_9.2\r\n\r\n",
        "220 smtp.example ESMTP\r\n\r\n",
        "<html>\n\n",
        "\r\n\r\n",
        "HTTP/1.1 200 OK\r\nLocation\r\n\r\n",
        "HTTP/1.1 200 OK\r\n: x\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length : 0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nA: b\r\n c\r\n\r\n",
        "HTTP/1.1 200 OK\r\nA: b\rc\r\n\r\n",
        "HTTP/1.1 200 OK\r\nA: b\0c\r\n\r\n",
      })
  void refusesWhatIsNoHead(String text) {
    assertThatThrownBy(() -> next(text)).isInstanceOf(ProtocolException.class);
  }

  @Test
  void refusesAnEndlessHead() {
    String line = "A: " + "x".repeat(1000) + "\r\n";
    assertThatThrownBy(() -> next("HTTP/1.1 200 OK\r\n" + line.repeat(100)))
        .isInstanceOf(ProtocolException.class);
    assertThatThrownBy(() -> next("HTTP/1.1 200 OK\r\n" + "A: b\r\n".repeat(300)))
        .isInstanceOf(ProtocolException.class);
  }

  @Test
  void skipsInterimAnswersButNotForEver() throws IOException {
    String interim = "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n";

    assertThat(last(interim + interim + WHOLE).status()).isEqualTo(308);
    assertThatThrownBy(() -> last(interim.repeat(50) + WHOLE))
        .isInstanceOf(ProtocolException.class);
  }

  @Test
  void refusesAnotherProtocol() {
    assertThatThrownBy(() -> last("HTTP/1.1 101 Switching Protocols\r\n\r\n" + WHOLE))
        .isInstanceOf(ProtocolException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.0 200 OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nConnection: Close\r\n\r\n",
        "HTTP/1.1 200 OK\r\nConnection: a, close\r\n\r\n"
      })
  void knowsWhenAConnectionEnds(String text) throws IOException {
    assertThat(next(text).keepsConnection()).isFalse();
  }

  private static AnswerHead next(String text) throws IOException {
    return HeadReader.next(stream(text));
  }

  private static AnswerHead last(String text) throws IOException {
    return HeadReader.last(stream(text));
  }

  private static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}

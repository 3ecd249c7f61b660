package io.github.youtubeupload.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An origin that answers at once and then sends a byte now and then, to hold an upload's place. */
class UrlTrickleTest {
  private static final byte[] VIDEO = TestContent.video(100_000);

  /** Less than the first look reads, so that who waits for that has waited for all of these. */
  private static final int ENOUGH = 400;

  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  @TempDir private Path spool;

  /** Where the origin begins to trickle. */
  enum Where {
    FIRST_BYTES(part(), 0, "", "slower than the 1024 bytes a second"),
    CONTENT(part(), 2_000, "", "slower than the 1024 bytes a second"),
    CHUNK_HEADER(chunked(), 1_024, "\r\n", "slower than the 1024 bytes a second"),
    TRAILERS(chunked(), 1_024, "\r\n0\r\n", "slower than the 1024 bytes a second"),
    ERROR_PAGE("HTTP/1.1 404 No\r\nContent-Length: 1000\r\n\r\n", 0, "", "answered 404 No");

    private final String head;
    private final int content;
    private final String then;
    private final String message;

    Where(String head, int content, String then, String message) {
      this.head = head;
      this.content = content;
      this.then = then;
      this.message = message;
    }

    private static String part() {
      return """
          HTTP/1.1 206 Part\r
          ETag: "v1"\r
          Content-Range: bytes 0-99999/100000\r
          Content-Length: 100000\r
          \r
          """;
    }

    private static String chunked() {
      return "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n400\r\n";
    }

    private void begin(OutputStream out) throws IOException {
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      out.write(VIDEO, 0, content);
      out.write(then.getBytes(StandardCharsets.US_ASCII));
    }
  }

  @ParameterizedTest
  @EnumSource
  void givesUpSoonWhereverItTrickles(Where where) {
    AtomicInteger sent = new AtomicInteger();
    try (TestOrigin origin =
        new TestOrigin(
            (request, out) -> {
              where.begin(out);
              while (sent.incrementAndGet() < ENOUGH) {
                out.write('0');
                LockSupport.parkNanos(PAUSE_NANOS);
              }
            })) {
      UrlSource source = origin.source("/v.mp4").stallTimeout(Duration.ofMillis(500)).build();
      assertThatThrownBy(() -> fetch(source)).hasMessageContaining(where.message);
      assertThat(sent).hasValueLessThan(ENOUGH);
      assertThat(origin.requests()).hasSize(1);
    }
    assertThat(spool).isEmptyDirectory();
  }

  private void fetch(UrlSource source) throws IOException {
    try (PreparedSource prepared = source.prepare(TestContext.in(spool))) {
      prepared.open(0).readAllBytes();
    }
  }
}

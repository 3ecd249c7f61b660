package io.github.youtubeupload.source;

import static io.github.youtubeupload.source.TestContent.rest;
import static io.github.youtubeupload.source.TestOrigin.head;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An origin that falls silent. */
class UrlStallTest {
  private static final byte[] VIDEO = TestContent.video(300_000);
  private final TestContent content = new TestContent(VIDEO);
  @TempDir private Path spool;

  private PreparedSource prepare(UrlSource.Builder source) throws IOException {
    return source.build().prepare(TestContext.in(spool));
  }

  @Test
  void closeEndsABlockedReadAtOnce() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch sent = new CountDownLatch(1);
    try (TestOrigin origin =
            new TestOrigin(
                (request, out) -> {
                  head(out, "HTTP/1.1 206 OK", "ETag: \"v1\"", "Content-Range: bytes 0-9999/10000");
                  out.write(VIDEO, 0, 5000);
                  sent.countDown();
                  await(never);
                });
        PreparedSource source = prepare(origin.source("/v.mp4"))) {
      CompletableFuture<Void> reading =
          CompletableFuture.runAsync(
              () ->
                  assertThatThrownBy(() -> rest(source, 0))
                      .hasMessageContaining("the source was closed"));
      sent.await();
      source.close();
      reading.get(20, TimeUnit.SECONDS);
    } finally {
      never.countDown();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void takesAStallForABrokenConnection() throws IOException {
    CountDownLatch never = new CountDownLatch(1);
    try (TestOrigin origin =
            new TestOrigin(
                (request, out) -> {
                  if (request.number() == 1) {
                    head(
                        out,
                        "HTTP/1.1 206 OK",
                        "ETag: \"v1\"",
                        "Content-Range: bytes 0-299999/300000",
                        "Content-Length: 300000");
                    out.write(VIDEO, 0, 5000);
                    await(never);
                  } else {
                    content.answer(request, out);
                  }
                });
        PreparedSource source =
            prepare(
                origin.source("/v.mp4").stallTimeout(Duration.ofMillis(50)).minBytesPerSecond(0))) {
      assertThat(rest(source, 0)).isEqualTo(VIDEO);
    } finally {
      never.countDown();
    }
  }
}

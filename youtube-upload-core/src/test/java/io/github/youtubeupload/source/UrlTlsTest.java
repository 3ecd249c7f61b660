package io.github.youtubeupload.source;

import static io.github.youtubeupload.source.TestOrigin.head;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.youtubeupload.testkit.internal.tls.LoopbackTls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UrlTlsTest {
  private final LoopbackTls tls = LoopbackTls.create(Clock.systemUTC().instant());
  private final ServerSocketFactory server = tls.server().getServerSocketFactory();
  private final TestContent content = new TestContent(TestContent.video(500_000));
  @TempDir private Path spool;

  private byte[] fetch(UrlSource.Builder source) throws IOException {
    try (PreparedSource prepared = source.build().prepare(TestContext.in(spool))) {
      return prepared.open(0).readAllBytes();
    }
  }

  private UrlSource.Builder trusting(UrlSource.Builder source) {
    return source.sslSocketFactory(tls.client().getSocketFactory());
  }

  @Test
  void relaysAndResumesOverTls() throws IOException {
    content.cuts.addAll(List.of(200_000L, 5L));
    try (TestOrigin origin = new TestOrigin(content, server)) {
      assertThat(fetch(trusting(origin.source("/v.mp4")))).isEqualTo(content.bytes);
    }
  }

  @Test
  void trustsNoCertificateOfItsOwnAccordAndDoesNotAskAgain() {
    try (TestOrigin origin = new TestOrigin(content, server)) {
      assertThatThrownBy(() -> fetch(origin.source("/v.mp4")))
          .isInstanceOf(SSLHandshakeException.class);
      assertThat(origin.requests()).isEmpty();
    }
  }

  @Test
  void refusesACertificateForAnotherName() {
    HostPolicy policy =
        HostPolicy.publicOnly()
            .allowHost("farm.test")
            .resolvedBy(host -> List.of(InetAddress.getAllByName("127.0.0.1")));
    try (TestOrigin origin = new TestOrigin(content, server)) {
      URI url = URI.create("https://farm.test:" + origin.port() + "/v.mp4");
      assertThatThrownBy(() -> fetch(trusting(TestOrigin.quick(url).hostPolicy(policy))))
          .isInstanceOf(SSLHandshakeException.class);
    }
  }

  @Test
  void followsNoRedirectFromHttpsToHttp() {
    try (TestOrigin plain = new TestOrigin(content);
        TestOrigin origin =
            new TestOrigin(
                (r, out) -> head(out, "HTTP/1.1 302 Found", "Location: " + plain.url("/v.mp4")),
                server)) {
      assertThatThrownBy(() -> fetch(trusting(origin.source("/v.mp4"))))
          .isInstanceOf(UrlRefusedException.class)
          .hasMessageContaining("from https to http");
      assertThat(plain.requests()).isEmpty();
    }
  }

  @Test
  void givesUpAnOriginThatTricklesARecord() throws IOException {
    int most = 400;
    try (TestOrigin origin = new TestOrigin(content, server);
        TricklingProxy proxy = new TricklingProxy(origin.port(), 8_000, most)) {
      URI url = URI.create("https://127.0.0.1:" + proxy.port() + "/v.mp4");
      UrlSource.Builder source =
          trusting(TestOrigin.quick(url))
              .attempts(2)
              .stallTimeout(Duration.ofMillis(500))
              .minBytesPerSecond(100_000);
      assertThatThrownBy(() -> fetch(source))
          .hasMessageContaining("failed 2 times in a row: no data within PT0.5S");
      assertThat(proxy.trickled).hasValueLessThan(most);
    }
  }

  @Test
  void closeEndsABlockedReadOverTlsAtOnce() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch sent = new CountDownLatch(1);
    try (TestOrigin origin =
            new TestOrigin(
                (request, out) -> {
                  head(out, "HTTP/1.1 206 OK", "ETag: \"v1\"", "Content-Range: bytes 0-9999/10000");
                  out.write(content.bytes, 0, 5_000);
                  sent.countDown();
                  try {
                    never.await();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                },
                server);
        PreparedSource source =
            trusting(origin.source("/v.mp4")).build().prepare(TestContext.in(spool))) {
      CompletableFuture<Void> reading =
          CompletableFuture.runAsync(
              () ->
                  assertThatThrownBy(() -> source.open(0).readAllBytes())
                      .hasMessageContaining("closed"));
      sent.await();
      source.close();
      reading.get(2, TimeUnit.SECONDS);
    } finally {
      never.countDown();
    }
  }
}

package io.github.youtubeupload.testkit;

import static io.github.youtubeupload.testkit.RawUpload.BLOCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.youtubeupload.testkit.RawClient.Answer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;

/** Starting and closing, TLS, time on the line, and what is recorded. */
class LifeTest {
  @Test
  void closingFreesEveryBlockedConnectionAndLeavesNothing() throws Exception {
    FakeYouTube youtube = FakeYouTube.start();
    youtube.script(FaultScript.none().on(Step.SEND, 1, Fault.stall(BLOCK)));
    byte[] bytes = Bytes.of(2 * BLOCK);
    new RawUpload(youtube, Bytes.of(5)).ask();
    int port = URI.create(youtube.rootUrl()).getPort();
    RawUpload stalls = new RawUpload(youtube, bytes);
    RawUpload waits = new RawUpload(youtube, bytes);
    try (RawClient stalled = new RawClient(youtube);
        RawClient waiting = new RawClient(youtube);
        RawClient idle = new RawClient(youtube)) {
      stalled.write(stalls.head("PUT", "") + "Content-Length: " + bytes.length + "\n\n", bytes);
      assertThat(youtube.awaitBytesReceived(BLOCK, Duration.ofSeconds(10))).isTrue();
      waiting.write(waits.head("PUT", "") + "Content-Length: " + bytes.length + "\n\n", (byte) 1);
      assertThat(youtube.awaitBytesReceived(BLOCK + 1, Duration.ofSeconds(10))).isTrue();
      assertThat(threadsOf(port)).isNotEmpty();

      youtube.close();

      assertThatThrownBy(stalled::read).isInstanceOf(IOException.class);
      assertThatThrownBy(waiting::read).isInstanceOf(IOException.class);
      assertThatThrownBy(idle::read).isInstanceOf(IOException.class);
    }
    assertThat(threadsOf(port)).isEmpty();
    assertThatThrownBy(() -> new RawClient(youtube)).isInstanceOf(IOException.class);
    youtube.close();
  }

  private static Set<String> threadsOf(int port) {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("fake-youtube-" + port))
        .collect(Collectors.toSet());
  }

  @Test
  void deletesItsFilesWhenItCloses() throws IOException {
    byte[] bytes = Bytes.of(BLOCK);
    FakeYouTube youtube = FakeYouTube.start();
    new RawUpload(youtube, bytes).putAll();
    new RawUpload(youtube, Bytes.of(2 * BLOCK)).put(0, BLOCK);
    Path file = youtube.file(youtube.videos().get(0).id());
    assertThat(file).hasBinaryContent(bytes);

    youtube.close();

    assertThat(Files.exists(file.getParent())).isFalse();
  }

  @Test
  void speaksTlsWithACertificateThatOnlyItsOwnContextTrusts() throws Exception {
    try (FakeYouTube youtube = FakeYouTube.builder().tls().start();
        FakeYouTube other = FakeYouTube.builder().tls().start()) {
      for (String host : List.of("127.0.0.1", "localhost")) {
        URI uri = URI.create(youtube.rootUrl().replace("127.0.0.1", host));
        HttpsURLConnection connection = (HttpsURLConnection) uri.toURL().openConnection();
        connection.setSSLSocketFactory(youtube.trustingSslContext().getSocketFactory());
        assertThat(connection.getResponseCode()).isEqualTo(200);
        assertThat(connection.getServerCertificates()).contains(youtube.certificate());
      }
      HttpsURLConnection wrong =
          (HttpsURLConnection) URI.create(youtube.rootUrl()).toURL().openConnection();
      wrong.setSSLSocketFactory(other.trustingSslContext().getSocketFactory());
      assertThatThrownBy(wrong::getResponseCode).isInstanceOf(SSLHandshakeException.class);
      youtube.certificate().verify(youtube.certificate().getPublicKey());
      youtube.certificate().checkValidity();
    }
  }

  @Test
  void uploadsAndCutsOverTls() throws Exception {
    byte[] bytes = Bytes.of(5 * BLOCK);
    try (FakeYouTube youtube = FakeYouTube.builder().tls().start()) {
      Answer opened =
          overTls(
              youtube,
              opening(youtube),
              RawUpload.TITLED.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      String put =
          "PUT "
              + RawUpload.target(opened)
              + " HTTP/1.1\nAuthorization: Bearer "
              + youtube.accessToken()
              + "\n";
      youtube.script(FaultScript.none().on(Step.SEND, Fault.cutAfter(BLOCK + 1)));

      assertThatThrownBy(() -> overTls(youtube, put, bytes)).isInstanceOf(IOException.class);
      String ask = put + "Content-Range: bytes */" + bytes.length + "\n";
      Answer answer = overTls(youtube, ask, new byte[0]);
      assertThat(answer.header("Range")).hasValue("bytes=0-" + (BLOCK - 1));
    }
  }

  private static String opening(FakeYouTube youtube) {
    return "POST /upload/youtube/v3/videos?uploadType=resumable&part=snippet HTTP/1.1\n"
        + ("Authorization: Bearer " + youtube.accessToken() + "\n")
        + "X-Upload-Content-Type: video/mp4\n";
  }

  private static Answer overTls(FakeYouTube youtube, String head, byte[] body) throws Exception {
    SSLSocket socket =
        (SSLSocket)
            youtube
                .trustingSslContext()
                .getSocketFactory()
                .createSocket("127.0.0.1", URI.create(youtube.rootUrl()).getPort());
    try (RawClient client = new RawClient(socket)) {
      return client.send(head, body);
    }
  }

  @Test
  void letsARoundTripPassBeforeEachAnswer() throws IOException {
    try (FakeYouTube youtube = FakeYouTube.builder().roundTrip(Duration.ofMillis(60)).start()) {
      long start = System.nanoTime();
      RawClient.call(youtube, "GET / HTTP/1.1\n", new byte[0]);

      assertThat(System.nanoTime() - start).isGreaterThan(Duration.ofMillis(119).toNanos());
    }
  }

  @Test
  void readsAsFastAsTheBuilderSays() throws IOException {
    try (FakeYouTube youtube = FakeYouTube.builder().bytesPerSecond(1_000_000).start()) {
      RawUpload upload = new RawUpload(youtube, Bytes.of(200_000));
      long start = System.nanoTime();
      assertThat(upload.putAll().status()).isEqualTo(201);

      assertThat(System.nanoTime() - start).isGreaterThan(Duration.ofMillis(195).toNanos());
    }
  }

  @Test
  void recordsRequestsWithTheirAnswersAndPrintsNoSecrets() throws IOException {
    try (FakeYouTube youtube = FakeYouTube.start()) {
      RawUpload upload = new RawUpload(youtube, Bytes.of(100));
      upload.ask();
      upload.putAll();

      assertThat(youtube.requests())
          .extracting(RecordedRequest::step)
          .containsExactly(Step.OPEN, Step.ASK, Step.SEND);
      assertThat(youtube.requests())
          .extracting(request -> request.status().orElse(0))
          .containsExactly(200, 308, 201);
      RecordedRequest send = youtube.requests().get(2);
      assertThat(send.bodyBytes()).isEqualTo(100);
      assertThat(send.header("AUTHORIZATION").orElseThrow()).startsWith("Bearer ya29.");
      assertThat(send.target()).contains("upload_id=");
      assertThat(send).asString().contains("SEND", "201").doesNotContain("ya29", "Bearer");
      String secret = send.target().replaceFirst(".*upload_id=", "");
      assertThat(youtube.requests().toString() + youtube.sessions() + youtube.videos())
          .doesNotContain(secret);
    }
  }

  @Test
  void keepsTheLatestRequestsOnly() throws IOException {
    try (FakeYouTube youtube = FakeYouTube.start();
        RawClient client = new RawClient(youtube)) {
      for (int i = 0; i < 5_010; i++) {
        client.send("GET /" + i + " HTTP/1.1", new byte[0]);
      }
      assertThat(youtube.requestCount()).isEqualTo(5_010);
      assertThat(youtube.requests()).hasSize(5_000);
      assertThat(youtube.requests().get(0).target()).isEqualTo("/10");
    }
  }

  @Test
  void answersNonsenseWithBadRequest() throws IOException {
    try (FakeYouTube youtube = FakeYouTube.start()) {
      for (String nonsense :
          List.of(
              "hello\n\n",
              "GET / HTTP/2\n\n",
              "GET / HTTP/1.1\nno colon\n\n",
              "PUT / HTTP/1.1\nContent-Length: x\n\n")) {
        try (RawClient client = new RawClient(youtube)) {
          client.write(nonsense);
          assertThat(client.read().status()).isEqualTo(400);
        }
      }
    }
  }
}

package io.github.youtubeupload.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.api.client.http.HttpContent;
import io.github.youtubeupload.internal.transport.ScriptedServer.Peer;
import io.github.youtubeupload.internal.transport.ScriptedServer.Script;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadTransportTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
  private static final int LARGE = 32 * 1024 * 1024;

  private final UploadTransport transport =
      new UploadTransport((SSLSocketFactory) SSLSocketFactory.getDefault());
  private ScriptedServer server;

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private String serve(Script script) {
    server = new ScriptedServer(null, script);
    return "http://127.0.0.1:" + server.port() + "/upload?upload_id=secret";
  }

  @Test
  void usesAConnectionAgainAfterACleanExchange() throws IOException {
    String url = serve(peer -> peer.answerAll(OK));

    assertThat(Calls.send(transport, "POST", url, 10)).isEqualTo("200 ok");
    assertThat(Calls.send(transport, "PUT", url, 300_000)).isEqualTo("200 ok");
    assertThat(Calls.get(transport, url)).isEqualTo("200 ok");

    assertThat(server.connections()).isEqualTo(1);
    assertThat(server.heads().get(0))
        .startsWith("POST /upload?upload_id=secret HTTP/1.1\r\nHost: 127.0.0.1:" + server.port())
        .contains("\r\nContent-Length: 10\r\n");
  }

  @Test
  void opensNoSessionOnAConnectionThatMayHaveDiedUnseen() throws IOException {
    String url = serve(peer -> peer.answerAll(OK));

    Calls.get(transport, url);
    Calls.send(transport, "POST", url, 10);

    assertThat(server.connections()).isEqualTo(2);
  }

  @Test
  void sharesNoConnectionWithAnotherUpload() throws IOException {
    String url = serve(peer -> peer.answerAll(OK));

    Calls.get(transport, url);
    Calls.get(new UploadTransport((SSLSocketFactory) SSLSocketFactory.getDefault()), url);

    assertThat(server.connections()).isEqualTo(2);
  }

  /** A middle box that delivers an answer twice: the second is nobody's. */
  @Test
  void takesNoAnswerThatCameBeforeItsRequest() throws Exception {
    CountDownLatch doubled = new CountDownLatch(1);
    String url =
        serve(
            peer -> {
              peer.request();
              peer.say("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nfirst");
              if (peer.number() == 1) {
                peer.say("HTTP/1.1 201 Created\r\nContent-Length: 5\r\n\r\nother");
                doubled.countDown();
              }
              peer.hang();
            });

    assertThat(Calls.get(transport, url)).isEqualTo("200 first");
    doubled.await();
    assertThat(Calls.get(transport, url)).isEqualTo("200 first");

    assertThat(server.connections()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok",
        "HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok",
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokHTTP/1.1 201 Created\r\n",
      })
  void usesNoConnectionAgainThatIsNotClean(String answer) throws IOException {
    String url = serve(peer -> peer.answerAll(answer));

    assertThat(Calls.get(transport, url)).isEqualTo("200 ok");
    assertThat(Calls.get(transport, url)).isEqualTo("200 ok");

    assertThat(server.connections()).isEqualTo(2);
  }

  @Test
  void noticesAConnectionThatEndedWhileItWasKept() throws Exception {
    CountDownLatch ended = new CountDownLatch(1);
    String url =
        serve(
            peer -> {
              peer.request();
              peer.say(OK);
              peer.socket().shutdownOutput();
              ended.countDown();
              peer.hang();
            });

    Calls.get(transport, url);
    ended.await();
    assertThat(Calls.get(transport, url)).isEqualTo("200 ok");

    assertThat(server.connections()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200 OK\r\nLocation: http://127.0.0.1/upload?upl",
        "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nok",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n",
      })
  void anAnswerThatIsCutIsNone(String answer) {
    String url =
        serve(
            peer -> {
              peer.request();
              peer.say(answer);
            });

    assertThatThrownBy(() -> Calls.get(transport, url)).isInstanceOf(EOFException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SSH-2.0-OpenSSH_9.2\r\n",
        "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: -2\r\n\r\nok",
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 1\r\n\r\nok",
        "HTTP/1.1 101 Switching Protocols\r\n\r\n"
      })
  void anAnswerThatIsNoneIsRefused(String answer) {
    String url = serve(peer -> peer.answerAll(answer));

    assertThatThrownBy(() -> Calls.get(transport, url))
        .isInstanceOf(ProtocolException.class)
        .hasMessageNotContaining("secret");
  }

  @Test
  void skipsInterimAnswersAlsoInTheMiddleOfABody() throws IOException {
    String interim = "HTTP/1.1 102 Processing\r\n\r\n";
    String url =
        serve(
            peer -> {
              peer.head();
              peer.say(interim);
              peer.skip(LARGE);
              peer.say(interim + OK);
            });

    assertThat(Calls.call(transport, "PUT", url, new Zeros(LARGE, LARGE), Calls.PATIENT))
        .isEqualTo("200 ok");
  }

  /** Without a look at what comes in, the write would fail and the answer be lost. */
  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 429, 503})
  void seesAnAnswerThatComesBeforeTheBodyIsSent(int status) throws IOException {
    String url =
        serve(
            peer -> {
              peer.head();
              peer.say("HTTP/1.1 " + status + " No\r\nContent-Length: 2\r\n\r\nno");
              peer.hang();
            });

    assertThat(Calls.call(transport, "PUT", url, Zeros.endless(), Calls.PATIENT))
        .isEqualTo(status + " no");
  }

  @Test
  void keepsNoConnectionWhoseBodyWasNotSent() throws IOException {
    String url =
        serve(
            peer -> {
              peer.head();
              peer.say("HTTP/1.1 401 No\r\nContent-Length: 2\r\n\r\nno");
              peer.hang();
            });
    HttpContent endless = Zeros.endless();

    assertThat(Calls.call(transport, "PUT", url, endless, Calls.PATIENT)).isEqualTo("401 no");
    assertThat(Calls.call(transport, "PUT", url, endless, Calls.PATIENT)).isEqualTo("401 no");

    assertThat(server.connections()).isEqualTo(2);
  }

  @Test
  void declaresALengthAbove2GiBAndSaysHowMuchIsMissing() {
    String url = serve(Peer::hang);

    assertThatThrownBy(
            () -> Calls.call(transport, "PUT", url, new Zeros(250_000_000_000L, 3), Calls.PATIENT))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("249999999997 bytes before");
  }

  @Test
  void sendsNoMoreThanDeclared() {
    String url = serve(Peer::hang);

    assertThatThrownBy(() -> Calls.call(transport, "PUT", url, new Zeros(2, 3), Calls.PATIENT))
        .isInstanceOf(ProtocolException.class);
  }

  @Test
  void cutsAnAnswerThatTricklesForEver() {
    String url =
        serve(
            peer -> {
              peer.request();
              peer.say("HTTP/1.1 200 OK\r\n");
              peer.socket().setSoTimeout(20);
              while (true) {
                peer.say("A");
                try {
                  peer.skip(1);
                } catch (SocketTimeoutException e) {
                  // the pace of this server
                }
              }
            });

    assertThatThrownBy(() -> Calls.call(transport, "GET", url, null, Duration.ofMillis(300)))
        .isInstanceOf(SocketTimeoutException.class);
  }

  @Test
  void quotesNothingOfARequestThatCannotBeSent() {
    String url = serve(Peer::hang);

    assertThatThrownBy(
            () -> transport.buildRequest("GET", url).addHeader("Authorization", "Bearer x\r\nA: b"))
        .isInstanceOf(ProtocolException.class)
        .hasMessageNotContaining("Bearer");
    assertThatThrownBy(() -> transport.buildRequest("GET", url + " b"))
        .isInstanceOf(IOException.class)
        .hasMessageNotContaining("secret");
  }

  @Test
  void anAbortEndsAWaitForAnAnswerAndTheNextRequestWorks() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    String url =
        serve(
            peer -> {
              peer.request();
              asked.countDown();
              if (peer.number() == 1) {
                peer.hang();
              }
              peer.say(OK);
            });
    CompletableFuture<String> answer = Calls.inBackground(() -> Calls.get(transport, url));
    asked.await();

    transport.abort();

    assertThat(answer).failsWithin(Calls.PATIENT);
    assertThat(Calls.get(transport, url)).isEqualTo("200 ok");
  }

  @Test
  void anAbortEndsABlockedWrite() throws Exception {
    CountDownLatch sending = new CountDownLatch(1);
    CompletableFuture<Void> over = new CompletableFuture<>();
    String url =
        serve(
            peer -> {
              peer.head();
              sending.countDown();
              over.join();
            });
    CompletableFuture<String> answer =
        Calls.inBackground(() -> Calls.call(transport, "PUT", url, Zeros.endless(), Calls.PATIENT));
    sending.await();

    transport.abort();

    assertThat(answer).failsWithin(Calls.PATIENT);
    over.complete(null);
  }

  @Test
  void aStopRefusesWhatComesLater() throws IOException {
    String url = serve(peer -> peer.answerAll(OK));
    Calls.get(transport, url);

    transport.stop();

    assertThatThrownBy(() -> Calls.get(transport, url)).isInstanceOf(IOException.class);
    assertThat(server.connections()).isEqualTo(1);
  }
}

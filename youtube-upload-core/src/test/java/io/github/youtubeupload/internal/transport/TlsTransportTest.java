package io.github.youtubeupload.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.youtubeupload.internal.transport.ScriptedServer.Peer;
import io.github.youtubeupload.internal.transport.ScriptedServer.Script;
import io.github.youtubeupload.testkit.internal.tls.LoopbackTls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIMatcher;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.StandardConstants;
import javax.net.ssl.TrustManagerFactory;
import org.conscrypt.Conscrypt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same promises over TLS, by the JVM's provider and by Conscrypt, and through proxies. */
class TlsTransportTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
  private final LoopbackTls tls = LoopbackTls.create(Instant.now());

  private ScriptedServer server;
  private ScriptedServer proxy;

  enum Provider {
    JVM,
    CONSCRYPT
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    if (proxy != null) {
      proxy.close();
    }
  }

  private SSLSocketFactory sockets(Provider provider) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("server", tls.certificate());
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context =
        provider == Provider.JVM
            ? SSLContext.getInstance("TLS")
            : SSLContext.getInstance("TLS", Conscrypt.newProvider());
    context.init(null, trust.getTrustManagers(), null);
    return context.getSocketFactory();
  }

  private String serve(Script script) {
    server = new ScriptedServer(tls.server(), script);
    return "https://localhost:" + server.port() + "/upload";
  }

  /** The session tickets of TLS 1.3 come unasked, and are no answer. */
  @ParameterizedTest
  @EnumSource(Provider.class)
  void usesAConnectionAgainAfterACleanExchange(Provider provider) throws Exception {
    String url = serve(peer -> peer.answerAll(OK));
    UploadTransport transport = new UploadTransport(sockets(provider));

    assertThat(Calls.send(transport, "POST", url, 10)).isEqualTo("200 ok");
    assertThat(Calls.send(transport, "PUT", url, 3_000_000)).isEqualTo("200 ok");
    assertThat(Calls.send(transport, "PUT", url, 3_000_000)).isEqualTo("200 ok");
    assertThat(Calls.get(transport, url)).isEqualTo("200 ok");

    assertThat(server.connections()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Provider.class)
  void takesNoAnswerThatCameBeforeItsRequest(Provider provider) throws Exception {
    CountDownLatch doubled = new CountDownLatch(1);
    String url =
        serve(
            peer -> {
              peer.request();
              peer.say(peer.number() == 1 ? OK + OK.replace("ok", "no") : OK);
              doubled.countDown();
              peer.hang();
            });
    UploadTransport transport = new UploadTransport(sockets(provider));

    assertThat(Calls.get(transport, url)).isEqualTo("200 ok");
    doubled.await();
    assertThat(Calls.get(transport, url)).isEqualTo("200 ok");

    assertThat(server.connections()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(Provider.class)
  void seesAnAnswerThatComesBeforeTheBodyIsSent(Provider provider) throws Exception {
    String url =
        serve(
            peer -> {
              peer.head();
              peer.say("HTTP/1.1 401 No\r\nContent-Length: 2\r\n\r\nno");
              peer.hang();
            });

    assertThat(
            Calls.call(
                new UploadTransport(sockets(provider)), "PUT", url, Zeros.endless(), Calls.PATIENT))
        .isEqualTo("401 no");
  }

  @ParameterizedTest
  @EnumSource(Provider.class)
  void anAbortEndsABlockedWrite(Provider provider) throws Exception {
    CountDownLatch sending = new CountDownLatch(1);
    CompletableFuture<Void> over = new CompletableFuture<>();
    String url =
        serve(
            peer -> {
              peer.head();
              sending.countDown();
              over.join();
            });
    UploadTransport transport = new UploadTransport(sockets(provider));
    CompletableFuture<String> answer =
        Calls.inBackground(() -> Calls.call(transport, "PUT", url, Zeros.endless(), Calls.PATIENT));
    sending.await();

    transport.abort();

    assertThat(answer).failsWithin(Calls.PATIENT);
    over.complete(null);
  }

  @ParameterizedTest
  @EnumSource(Provider.class)
  void anAbortEndsAHandshakeAndSoDoesTime(Provider provider) throws Exception {
    CountDownLatch connected = new CountDownLatch(1);
    server =
        new ScriptedServer(
            null,
            peer -> {
              connected.countDown();
              peer.hang();
            });
    String url = "https://localhost:" + server.port() + "/";
    UploadTransport transport = new UploadTransport(sockets(provider));
    CompletableFuture<String> answer = Calls.inBackground(() -> Calls.get(transport, url));
    connected.await();

    transport.abort();

    assertThat(answer).failsWithin(Calls.PATIENT);
    assertThatThrownBy(() -> Calls.call(transport, "GET", url, null, Duration.ofMillis(200)))
        .isInstanceOf(SocketTimeoutException.class)
        .hasMessageContaining("handshake");
  }

  @ParameterizedTest
  @EnumSource(Provider.class)
  void verifiesTheNameAndSaysItInTheHandshake(Provider provider) throws Exception {
    List<String> asked = new CopyOnWriteArrayList<>();
    serve(
        peer -> {
          SSLSocket socket = (SSLSocket) peer.socket();
          SSLParameters parameters = socket.getSSLParameters();
          parameters.setSNIMatchers(List.of(new Recording(asked)));
          socket.setSSLParameters(parameters);
          peer.answerAll(OK);
        });
    UploadTransport transport =
        new UploadTransport(sockets(provider), new OneProxy(Proxy.Type.HTTP, tunnels()));

    assertThatThrownBy(() -> Calls.get(transport, "https://youtube.example/upload"))
        .isInstanceOf(SSLException.class);
    assertThat(Calls.get(transport, "https://localhost/upload")).isEqualTo("200 ok");

    assertThat(proxy.heads())
        .anyMatch(head -> head.startsWith("CONNECT youtube.example:443 HTTP/1.1\r\n"));
    assertThat(asked).contains("youtube.example");
  }

  @Test
  void tellsAPlainProxyTheWholeUrl() throws Exception {
    serve(Peer::hang);
    proxy = new ScriptedServer(null, peer -> peer.answerAll(OK));
    UploadTransport transport =
        new UploadTransport(sockets(Provider.JVM), new OneProxy(Proxy.Type.HTTP, proxy.port()));

    assertThat(Calls.get(transport, "http://youtube.example/upload?a=b")).isEqualTo("200 ok");

    assertThat(proxy.heads().get(0))
        .startsWith("GET http://youtube.example/upload?a=b HTTP/1.1\r\nHost: youtube.example\r\n");
  }

  @Test
  void saysThatAProxyRefuses() throws Exception {
    serve(Peer::hang);
    proxy =
        new ScriptedServer(
            null, peer -> peer.answerAll("HTTP/1.1 407 Who are you\r\nContent-Length: 0\r\n\r\n"));
    OneProxy selector = new OneProxy(Proxy.Type.HTTP, proxy.port());
    UploadTransport transport = new UploadTransport(sockets(Provider.JVM), selector);

    assertThatThrownBy(() -> Calls.get(transport, "https://localhost/upload"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("407");
    assertThat(selector.failures.get()).isEqualTo(1);
  }

  @Test
  void goesThroughSocks() throws Exception {
    serve(peer -> peer.answerAll(OK));
    proxy =
        new ScriptedServer(
            null,
            peer -> {
              peer.skip(1);
              peer.skip(peer.read());
              peer.say("\5\0");
              peer.skip(4);
              peer.skip(peer.read() + 2);
              peer.say("\5\0\0\1\0\0\0\0\0\0");
              peer.splice(new Socket(InetAddress.getLoopbackAddress(), server.port()));
            });
    UploadTransport transport =
        new UploadTransport(sockets(Provider.JVM), new OneProxy(Proxy.Type.SOCKS, proxy.port()));

    assertThat(Calls.get(transport, "https://localhost:4711/upload")).isEqualTo("200 ok");
    assertThat(Calls.send(transport, "PUT", "https://localhost:4711/upload", 300_000))
        .isEqualTo("200 ok");

    assertThat(proxy.connections()).isEqualTo(1);
  }

  /** A proxy that opens a tunnel to our server, wherever it is asked for. */
  private int tunnels() {
    proxy =
        new ScriptedServer(
            null,
            peer -> {
              peer.head();
              peer.say("HTTP/1.1 200 Connection established\r\n\r\n");
              peer.splice(new Socket(InetAddress.getLoopbackAddress(), server.port()));
            });
    return proxy.port();
  }

  /** Takes every name, and writes it down. */
  private static final class Recording extends SNIMatcher {
    private final List<String> names;

    Recording(List<String> names) {
      super(StandardConstants.SNI_HOST_NAME);
      this.names = names;
    }

    @Override
    public boolean matches(SNIServerName name) {
      return names.add(((SNIHostName) name).getAsciiName());
    }
  }
}

package io.github.youtubeupload.internal.transport;

import io.github.youtubeupload.internal.http.AnswerHead;
import io.github.youtubeupload.internal.http.HeadReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Connects a {@link Wire}: straight, through an HTTP proxy (CONNECT for TLS) or through SOCKS, as a
 * {@link ProxySelector} says, and TLS with the host's name verified on top.
 */
final class Dialer {
  private static final int MAX_ADDRESSES = 4;

  private final Origin origin;
  private final Wire wire;
  private final SSLSocketFactory tls;
  private final int timeoutMillis;

  /** For one connection; the time-out is for its TCP, and once more for what comes on top. */
  Dialer(Origin origin, Wire wire, SSLSocketFactory tls, int timeoutMillis) {
    this.origin = origin;
    this.wire = wire;
    this.tls = tls;
    this.timeoutMillis = timeoutMillis;
  }

  /** Connects; without a selector straight. */
  void connect(@Nullable ProxySelector selector) throws IOException {
    List<Proxy> proxies = selector == null ? List.of() : selector.select(origin.uri());
    IOException failure = null;
    for (Proxy proxy : proxies.isEmpty() ? List.of(Proxy.NO_PROXY) : proxies) {
      try {
        connect(proxy);
        return;
      } catch (IOException e) {
        failure = chained(e, failure);
        if (selector != null && proxy.address() != null && !wire.isClosed()) {
          selector.connectFailed(origin.uri(), proxy.address(), e);
        }
      }
    }
    throw failure == null ? new IOException("There is no way to connect") : failure;
  }

  private void connect(Proxy proxy) throws IOException {
    switch (proxy.type()) {
      case DIRECT -> secure(dial(origin.bareHost(), origin.port()), false);
      case HTTP -> {
        InetSocketAddress address = (InetSocketAddress) proxy.address();
        Socket plain = dial(address.getHostString(), address.getPort());
        if (origin.secure()) {
          tunnel(plain);
        }
        secure(plain, !origin.secure());
      }
      case SOCKS -> secure(dialThrough(proxy), false);
    }
  }

  /** Tries the addresses of a host one after the other. */
  private Socket dial(String host, int port) throws IOException {
    InetAddress[] addresses = InetAddress.getAllByName(host);
    IOException failure = null;
    for (int i = 0; i < Math.min(addresses.length, MAX_ADDRESSES); i++) {
      // not a plain Socket: once it had a time-out, that polls whenever its buffer is full
      Socket socket = wire.own(SocketChannel.open().socket());
      try {
        return connected(socket, new InetSocketAddress(addresses[i], port));
      } catch (IOException e) {
        socket.close();
        failure = chained(e, failure);
      }
    }
    throw failure == null ? new IOException("The host has no address") : failure;
  }

  private Socket dialThrough(Proxy socks) throws IOException {
    return connected(
        wire.own(new Socket(socks)),
        InetSocketAddress.createUnresolved(origin.bareHost(), origin.port()));
  }

  private Socket connected(Socket socket, InetSocketAddress address) throws IOException {
    socket.connect(address, timeoutMillis);
    socket.setTcpNoDelay(true);
    return socket;
  }

  /** Read byte by byte, for what follows the head is not the proxy's. */
  private void tunnel(Socket plain) throws IOException {
    String request = "CONNECT %1$s HTTP/1.1\r\nHost: %1$s\r\n\r\n".formatted(origin.authority());
    try (TimeLimit limit = new TimeLimit(timeoutMillis, wire::close)) {
      try {
        plain.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        InputStream in = plain.getInputStream();
        AnswerHead head = HeadReader.last(in);
        if (head.status() / 100 != 2) {
          throw new IOException("The proxy opens no tunnel: HTTP " + head.status());
        }
      } catch (IOException e) {
        throw limit.explain("The proxy opened no tunnel", e);
      }
    }
  }

  private void secure(Socket plain, boolean proxy) throws IOException {
    if (!origin.secure()) {
      wire.speakOver(plain, proxy);
      return;
    }
    try (TimeLimit limit = new TimeLimit(timeoutMillis, wire::close)) {
      try {
        wire.speakOver(shakeHands(plain), false);
      } catch (IOException e) {
        throw limit.explain("No TLS handshake", e);
      }
    }
  }

  /** The name given here goes into SNI, and is what the certificate is checked against. */
  private SSLSocket shakeHands(Socket plain) throws IOException {
    if (tls.createSocket(plain, origin.bareHost(), origin.port(), true) instanceof SSLSocket own) {
      SSLParameters parameters = own.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      own.setSSLParameters(parameters);
      own.startHandshake();
      return own;
    }
    throw new IOException("The SSLSocketFactory makes no SSLSocket");
  }

  private static IOException chained(IOException failure, @Nullable IOException earlier) {
    if (earlier != null) {
      failure.addSuppressed(earlier);
    }
    return failure;
  }
}

package io.github.youtubeupload.internal.origin;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * A connection that carries one GET. Used by one thread, apart from {@link #close}, which any
 * thread may call and which ends a blocked connect, handshake or read at once; so does an interrupt
 * of that thread, because below it is a channel. System-wide SOCKS proxies are not used: behind one
 * nobody could tell which address was reached.
 */
public final class OriginConnection implements Closeable {
  private static final int BUFFER_BYTES = 16 * 1024;

  private final SocketChannel channel;
  private final Timeouts timeouts;
  private volatile boolean late;
  private volatile @Nullable TimedStream raw;
  private InputStream in = InputStream.nullInputStream();

  /**
   * How long to wait.
   *
   * @param connect for the connection to stand
   * @param answer for the head of the answer, handshake included, however slowly it trickles
   * @param stall for the next bytes of the body
   */
  public record Timeouts(Duration connect, Duration answer, Duration stall) {}

  /** An unconnected one, so that it can be closed from its first moment. */
  public OriginConnection(Timeouts timeouts) throws IOException {
    this.channel = SocketChannel.open();
    this.timeouts = timeouts;
  }

  /** Connects to this address and to no other. */
  public void connect(InetAddress address, int port) throws IOException {
    channel.socket().connect(new InetSocketAddress(address, port), millis(timeouts.connect()));
  }

  /** Sends the request and gives the head of the answer. */
  public ResponseHead get(URI uri, Map<String, String> headers, SSLSocketFactory tls)
      throws IOException {
    CompletableFuture<Void> answered =
        new CompletableFuture<Void>().orTimeout(timeouts.answer().toNanos(), TimeUnit.NANOSECONDS);
    CompletableFuture<Void> unused =
        answered.whenComplete((nothing, tooLate) -> cutIf(tooLate != null));
    try {
      Socket socket = uri.getScheme().equalsIgnoreCase("https") ? secured(uri, tls) : plain();
      socket.setSoTimeout(millis(timeouts.stall()));
      TimedStream received = new TimedStream(socket.getInputStream(), this::close);
      raw = received;
      in = new BufferedInputStream(received, BUFFER_BYTES);
      socket.getOutputStream().write(request(uri, headers));
      return HeadReader.read(in);
    } catch (IOException e) {
      if (late) {
        throw (IOException)
            new SocketTimeoutException("no answer within " + timeouts.answer()).initCause(e);
      }
      throw e;
    } finally {
      answered.complete(null);
    }
  }

  /** The body of the answer; see {@link BodyFraming}. Its monitor may end it. */
  public InputStream body(ResponseHead head, ThroughputMonitor monitor) throws IOException {
    Objects.requireNonNull(raw, "the head comes first").timeBy(monitor);
    return BodyFraming.of(head, in);
  }

  private void cutIf(boolean tooLate) {
    if (tooLate) {
      late = true;
      close();
    }
  }

  private Socket plain() throws IOException {
    Socket socket = channel.socket();
    socket.setTcpNoDelay(true);
    return socket;
  }

  private Socket secured(URI uri, SSLSocketFactory tls) throws IOException {
    SSLSocket socket = (SSLSocket) tls.createSocket(plain(), bare(uri.getHost()), port(uri), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.setSoTimeout(millis(timeouts.stall()));
    socket.startHandshake();
    return socket;
  }

  private static byte[] request(URI url, Map<String, String> headers) {
    URI uri = URI.create(url.toASCIIString());
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    StringBuilder head = new StringBuilder("GET ").append(path).append(query);
    head.append(" HTTP/1.1\r\nHost: ").append(uri.getHost()).append(port).append("\r\n");
    headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    return head.append("Connection: close\r\n\r\n").toString().getBytes(StandardCharsets.US_ASCII);
  }

  /** The port of a URL, by its scheme if it names none. */
  public static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
  }

  private static String bare(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private static int millis(Duration duration) {
    return (int) Math.max(1, Math.min(Integer.MAX_VALUE, duration.toMillis()));
  }

  @Override
  public void close() {
    TimedStream received = raw;
    if (received != null) {
      received.end();
    }
    try {
      channel.close();
    } catch (IOException e) {
      // it was only read from, so nothing is lost
    }
  }
}

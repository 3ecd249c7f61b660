package io.github.youtubeupload.source;

import io.github.youtubeupload.internal.address.UrlRules;
import io.github.youtubeupload.internal.origin.MinimumThroughput;
import io.github.youtubeupload.internal.origin.OriginAnswer;
import io.github.youtubeupload.internal.origin.OriginConnection;
import io.github.youtubeupload.internal.origin.Redaction;
import io.github.youtubeupload.internal.origin.ResponseHead;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Makes GETs: each hop checked against the host policy, redirects followed, one connection at a
 * time. Used by one thread, apart from {@link #close}, which ends whatever it waits for.
 */
final class UrlFetcher implements Closeable {
  private static final int MAX_REDIRECTS = 5;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  private final UrlOptions options;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final MinimumThroughput floor;
  private volatile URI url;
  private volatile @Nullable OriginConnection current;

  UrlFetcher(UrlOptions options) {
    this.options = options;
    this.floor =
        new MinimumThroughput(
            options.toString(), options.timeouts().stall(), options.limits().minBytesPerSecond());
    this.url = options.target().url();
  }

  /**
   * Asks for everything from an offset on, which shows whether the origin does ranges.
   *
   * @param ifRange what the content must be for the origin to give a part of it
   */
  OriginAnswer get(long offset, Optional<String> ifRange) throws IOException {
    URI at = url;
    for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
      OriginAnswer answer = exchange(at, offset, ifRange);
      if (!REDIRECTS.contains(answer.status())) {
        return answer;
      }
      answer.close();
      at = redirected(at, answer.head().header("Location"));
    }
    throw UrlRefusedException.of(url, "it redirects more than " + MAX_REDIRECTS + " times");
  }

  private static URI redirected(URI from, Optional<String> location) throws IOException {
    URI to;
    try {
      URI base = from.getRawPath().isEmpty() ? from.resolve("/") : from;
      to = base.resolve(location.orElseThrow(() -> noLocation(from)));
    } catch (IllegalArgumentException e) {
      throw UrlRefusedException.of(from, "it redirects to something that is no URL");
    }
    boolean downgrade = isHttps(from) && !isHttps(to);
    if (downgrade && "http".equalsIgnoreCase(to.getScheme())) {
      throw UrlRefusedException.of(from, "it redirects from https to http, on " + to.getHost());
    }
    return to;
  }

  private static UrlRefusedException noLocation(URI from) {
    return UrlRefusedException.of(from, "it redirects to nowhere");
  }

  private OriginAnswer exchange(URI at, long offset, Optional<String> ifRange) throws IOException {
    ConnectException unreachable = null;
    for (InetAddress address : options.policy().addresses(at)) {
      OriginConnection connection = register(new OriginConnection(options.timeouts()));
      try {
        connection.connect(address, OriginConnection.port(at));
      } catch (ConnectException | SocketTimeoutException e) {
        connection.close();
        unreachable = unreachable(at, address, e, unreachable);
        continue;
      }
      try {
        ResponseHead head = connection.get(at, headers(at, offset, ifRange), tls());
        return new OriginAnswer(at, head, connection, connection.body(head, floor));
      } catch (IOException | RuntimeException e) {
        connection.close();
        throw e;
      }
    }
    throw Objects.requireNonNull(unreachable, "a host has at least one address");
  }

  private static ConnectException unreachable(
      URI at, InetAddress address, IOException e, @Nullable ConnectException earlier) {
    ConnectException failure =
        new ConnectException(
            UrlRules.printable(at)
                + (" cannot be reached at " + address.getHostAddress() + ": " + e.getMessage()));
    failure.initCause(e);
    if (earlier != null) {
      failure.addSuppressed(earlier);
    }
    return failure;
  }

  private Map<String, String> headers(URI at, long offset, Optional<String> ifRange) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("User-Agent", "youtube-upload");
    headers.put("Accept", "*/*");
    if (sameOrigin(at, url)) {
      headers.putAll(options.target().headers());
    }
    headers.put("Accept-Encoding", "identity");
    headers.put("Range", "bytes=" + offset + "-");
    ifRange.ifPresent(validator -> headers.put("If-Range", validator));
    return headers;
  }

  private static boolean sameOrigin(URI a, URI b) {
    return a.getScheme().equalsIgnoreCase(b.getScheme())
        && a.getHost().equalsIgnoreCase(b.getHost())
        && OriginConnection.port(a) == OriginConnection.port(b);
  }

  private static boolean isHttps(URI uri) {
    return uri.getScheme() != null && uri.getScheme().toLowerCase(Locale.ROOT).equals("https");
  }

  private SSLSocketFactory tls() {
    SSLSocketFactory given = options.target().tls();
    return given == null ? HttpsURLConnection.getDefaultSSLSocketFactory() : given;
  }

  /** Has the URL renewed; false if nobody can. */
  boolean renewed() throws IOException {
    UrlRenewal renewal = options.target().renewal();
    if (renewal == null) {
      return false;
    }
    url = renewal.renew(url);
    return true;
  }

  UrlOptions options() {
    return options;
  }

  Redaction redaction() {
    return new Redaction(url, options.target().headers());
  }

  CountDownLatch closed() {
    return closed;
  }

  private OriginConnection register(OriginConnection connection) throws IOException {
    current = connection;
    if (closed.getCount() == 0) {
      connection.close();
      throw new InterruptedIOException("the source was closed");
    }
    return connection;
  }

  @Override
  public void close() {
    closed.countDown();
    OriginConnection open = current;
    if (open != null) {
      open.close();
    }
  }
}

package io.github.youtubeupload.internal.transport;

import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.LowLevelHttpRequest;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProxySelector;
import java.net.URL;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 for one upload: bodies of declared length, streamed and of any size; answers that are
 * whole or none; an {@link #abort} that ends a blocked connect, handshake, write or read from
 * another thread. It has one connection at a time, shares it with nobody, and uses it again only
 * after one clean exchange, and never for a POST: what opens a session must not be lost on a
 * connection that died unseen.
 *
 * <p>Used by one thread at a time; {@link #abort} and {@link #stop} by any.
 */
public final class UploadTransport extends HttpTransport {
  private final SSLSocketFactory tls;
  private final @Nullable ProxySelector proxies;
  private volatile @Nullable Wire wire;
  private volatile boolean stopped;

  /** Makes a transport over a factory of TLS sockets, through the JVM's proxies if it has any. */
  public UploadTransport(SSLSocketFactory tls) {
    this(tls, ProxySelector.getDefault());
  }

  UploadTransport(SSLSocketFactory tls, @Nullable ProxySelector proxies) {
    this.tls = tls;
    this.proxies = proxies;
  }

  @Override
  public boolean supportsMethod(String method) {
    return true;
  }

  @Override
  protected LowLevelHttpRequest buildRequest(String method, String url) throws IOException {
    requireRunning();
    URL target = Origin.url(url);
    return new UploadTransportRequest(this, method, target, Origin.of(target));
  }

  /** The kept connection if it is fit for this, else a new one. */
  Wire wire(Origin origin, boolean reuse, int connectMillis) throws IOException {
    Wire kept = wire;
    if (kept != null && reuse && kept.isFitFor(origin)) {
      requireRunning();
      return kept;
    }
    if (kept != null) {
      kept.close();
    }
    Wire fresh = new Wire(origin);
    wire = fresh; // before the look at the flag, so that one of the two sides closes it
    requireRunning();
    new Dialer(origin, fresh, tls, connectMillis).connect(proxies);
    return fresh;
  }

  private void requireRunning() throws InterruptedIOException {
    if (stopped) {
      abort();
      throw new InterruptedIOException("stopped");
    }
  }

  /** Ends the exchange under way, if any; the next one works again. */
  public void abort() {
    Wire current = wire;
    if (current != null) {
      current.close();
    }
  }

  /** Ends the exchange under way and refuses every later one. */
  public void stop() {
    stopped = true;
    abort();
  }

  @Override
  public void shutdown() {
    abort();
  }
}

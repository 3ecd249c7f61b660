package io.github.youtubeupload.internal.transport;

import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.LowLevelHttpRequest;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * {@link HttpURLConnection} for one upload at a time, with what {@code NetHttpTransport} lacks: a
 * declared length above 2 GiB (there it falls back to chunked encoding) and an {@link #abort} that
 * ends a blocked connect, handshake, write or read from another thread.
 *
 * <p>Used by one thread at a time; {@link #abort} and {@link #stop} by any.
 */
public final class UploadTransport extends HttpTransport {
  private final TrackedSockets sockets;
  private volatile @Nullable HttpURLConnection current;
  private volatile boolean stopped;

  /** Makes a transport with its own pool of connections over a factory of TLS sockets. */
  public UploadTransport(SSLSocketFactory tls) {
    this.sockets = new TrackedSockets(tls);
  }

  @Override
  public boolean supportsMethod(String method) {
    return true;
  }

  @Override
  protected LowLevelHttpRequest buildRequest(String method, String url) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
    if (connection instanceof HttpsURLConnection secure) {
      secure.setSSLSocketFactory(sockets);
    }
    connection.setRequestMethod(method);
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    current = connection;
    sockets.allow(true);
    requireRunning();
    return new UploadTransportRequest(connection, sockets, this::requireRunning);
  }

  private void requireRunning() throws InterruptedIOException {
    if (stopped) {
      abort();
      throw new InterruptedIOException("stopped");
    }
  }

  /**
   * Ends the exchange under way, if any; the next one works again. A disconnected {@code
   * HttpURLConnection} connects anew when it is asked for the answer, so TLS connections are ended
   * by their sockets alone, and no new ones are given out.
   */
  public void abort() {
    sockets.allow(false);
    HttpURLConnection connection = current;
    if (connection != null && !(connection instanceof HttpsURLConnection)) {
      connection.disconnect();
    }
  }

  /** Ends the exchange under way and refuses every later one. */
  public void stop() {
    stopped = true;
    abort();
  }

  @Override
  public void shutdown() {
    sockets.allow(false);
  }
}

package io.github.youtubeupload.internal.transport;

import com.google.api.client.http.HttpTransport;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The connections of one run. Those of the default transport can be cut at any moment; those of a
 * host's own transport end by its timeouts.
 */
public interface Connections extends AutoCloseable {

  /**
   * Makes them.
   *
   * @param foreign the host's own transport, or null for the default
   * @param tls makes the TLS sockets of the default
   */
  static Connections of(@Nullable HttpTransport foreign, SSLSocketFactory tls) {
    return foreign == null ? new Own(new UploadTransport(tls)) : () -> foreign;
  }

  HttpTransport transport();

  /** Cuts the exchange under way. */
  default void abort() {}

  /** Cuts the exchange under way and refuses every later one. */
  default void stop() {}

  @Override
  default void close() {}

  /** The default. */
  record Own(UploadTransport transport) implements Connections {
    @Override
    public void abort() {
      transport.abort();
    }

    @Override
    public void stop() {
      transport.stop();
    }

    @Override
    public void close() {
      transport.shutdown();
    }
  }
}

package io.github.youtubeupload;

import com.google.api.client.http.HttpTransport;
import io.github.youtubeupload.internal.transport.UploadTransport;

/**
 * The connections of one run. Those of the default transport can be cut at any moment; those of a
 * host's own transport end by its timeouts.
 */
interface Connections extends AutoCloseable {

  static Connections of(Settings settings) {
    HttpTransport foreign = settings.transport();
    return foreign == null ? new Own(new UploadTransport(settings.tls())) : () -> foreign;
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

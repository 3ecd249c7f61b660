package io.github.youtubeupload.testkit.internal.upload;

import io.github.youtubeupload.testkit.Disconnect;
import io.github.youtubeupload.testkit.Fault;
import io.github.youtubeupload.testkit.internal.server.Exchange;
import io.github.youtubeupload.testkit.internal.storage.StoredBytes;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Moves the body of a PUT into its session. */
final class BodyReceiver {
  private static final int BUFFER = 128 * 1024;

  /**
   * Stores the body as it arrives.
   *
   * @param length how much there should be, or -1; nothing beyond it is stored
   * @return how much there was
   */
  long receive(Exchange exchange, Session session, long length) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long taken = 0;
    InputStream content = exchange.content();
    for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
      long room = length < 0 ? n : Math.max(0, length - taken);
      session.append(exchange.connection(), buffer, (int) Math.min(n, room));
      taken += n;
      exchange.received(n);
    }
    return taken;
  }

  /** Stores content that comes in one request. */
  void receiveWhole(Exchange exchange, InputStream content, StoredBytes bytes) throws IOException {
    byte[] buffer = new byte[BUFFER];
    for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
      bytes.append(buffer, 0, n);
      exchange.received(n);
    }
  }

  /** Reads the body to its end and keeps nothing. */
  void discard(Exchange exchange) throws IOException {
    byte[] buffer = new byte[BUFFER];
    InputStream content = exchange.content();
    for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
      exchange.received(n);
    }
  }

  /** Lets {@link Fault.KeepOnly} strike: forgets all but the first bytes of this PUT. */
  void loseSome(Exchange exchange, Session session, long start) throws IOException {
    Optional<Fault.KeepOnly> fault = exchange.fault(Fault.KeepOnly.class);
    if (fault.isEmpty()) {
      return;
    }
    session.keepTo(exchange.connection(), start + fault.get().bytes());
    if (fault.get().thenCut()) {
      exchange.cut(Disconnect.RST);
    }
  }
}

package io.github.youtubeupload.internal.transport;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ProtocolException;

/**
 * The body of a request on its way: as long as declared, and given up as soon as the answer comes,
 * for a server that refuses early reads no more.
 */
final class RequestBody extends OutputStream {
  private final OutputStream out;
  private final Ear ear;
  private long left;
  private boolean broken;

  RequestBody(OutputStream out, long length, Ear ear) {
    this.out = out;
    this.left = length;
    this.ear = ear;
  }

  /** Listens for an early answer. */
  interface Ear {
    /** Throws if there is no use in sending more. */
    void listen() throws IOException;
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    if (length > left) {
      throw new ProtocolException("The body is longer than it was declared");
    }
    ear.listen();
    broken = true;
    out.write(bytes, from, length);
    broken = false;
    left -= length;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  /** Sends what is left in buffers, when all was written. */
  void end() throws IOException {
    if (left > 0) {
      throw new ProtocolException("The body ended " + left + " bytes before its declared length");
    }
    broken = true;
    out.flush();
    broken = false;
  }

  /** Whether the connection failed in a write. */
  boolean isBroken() {
    return broken;
  }
}

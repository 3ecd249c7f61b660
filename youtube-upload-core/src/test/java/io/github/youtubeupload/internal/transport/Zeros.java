package io.github.youtubeupload.internal.transport;

import com.google.api.client.http.AbstractHttpContent;
import java.io.IOException;
import java.io.OutputStream;

/** A body that declares one length and has another. */
final class Zeros extends AbstractHttpContent {
  private final long declared;
  private final long bytes;

  Zeros(long declared, long bytes) {
    super("video/mp4");
    this.declared = declared;
    this.bytes = bytes;
  }

  /** More than anybody waits for. */
  static Zeros endless() {
    return new Zeros(1_000_000_000_000L, 1_000_000_000_000L);
  }

  @Override
  public long getLength() {
    return declared;
  }

  @Override
  public boolean retrySupported() {
    return false;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    byte[] block = new byte[128 * 1024];
    for (long left = bytes; left > 0; left -= Math.min(left, block.length)) {
      out.write(block, 0, (int) Math.min(left, block.length));
    }
  }
}

package io.github.youtubeupload.internal.origin;

import io.github.youtubeupload.internal.io.BlockInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** A body of declared length. */
final class FixedBody extends BlockInputStream {
  private final InputStream in;
  private long left;

  FixedBody(InputStream in, long length) {
    this.in = in;
    this.left = length;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    if (left == 0) {
      return -1;
    }
    int n = in.read(bytes, from, (int) Math.min(length, left));
    if (n < 0) {
      throw new EOFException("the origin broke off " + left + " bytes before the end");
    }
    left -= n;
    return n;
  }
}

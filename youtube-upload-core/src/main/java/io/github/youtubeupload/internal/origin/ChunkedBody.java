package io.github.youtubeupload.internal.origin;

import io.github.youtubeupload.internal.io.BlockInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;

/** A body in the chunked transfer coding (RFC 9112, section 7.1). Trailers are ignored. */
final class ChunkedBody extends BlockInputStream {
  private static final int MAX_LINE = 4096;
  private static final int MAX_TRAILERS = 100;

  private final InputStream in;
  private long left;
  private boolean begun;
  private boolean ended;

  ChunkedBody(InputStream in) {
    this.in = in;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    if (left == 0 && !ended) {
      nextChunk();
    }
    if (ended) {
      return -1;
    }
    int n = in.read(bytes, from, (int) Math.min(length, left));
    if (n < 0) {
      throw brokenOff();
    }
    left -= n;
    return n;
  }

  private void nextChunk() throws IOException {
    if (begun && !line().isEmpty()) {
      throw new ProtocolException("the origin's chunk is longer than it said");
    }
    begun = true;
    String size = line().split(";", 2)[0].strip();
    if (!size.matches("[0-9a-fA-F]{1,15}")) {
      throw new ProtocolException("the origin's chunk has no size");
    }
    left = Long.parseLong(size, 16);
    if (left == 0) {
      skipTrailers();
      ended = true;
    }
  }

  private void skipTrailers() throws IOException {
    for (int i = 0; !line().isEmpty(); i++) {
      if (i == MAX_TRAILERS) {
        throw new ProtocolException("the origin's trailers do not end");
      }
    }
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw brokenOff();
      }
      if (line.length() == MAX_LINE) {
        throw new ProtocolException("the origin's chunk has an endless header");
      }
      line.append((char) b);
    }
    return line.toString().strip();
  }

  private static EOFException brokenOff() {
    return new EOFException("the origin broke off before the last chunk");
  }
}

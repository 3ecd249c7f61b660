package io.github.youtubeupload.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** A stream over something that is read by position. */
final class PositionedStream extends InputStream {
  private final Reader reader;
  private long position;

  /** Gives bytes from a position; -1 at the end. */
  interface Reader {
    int read(ByteBuffer into, long position) throws IOException;
  }

  PositionedStream(Reader reader, long position) {
    this.reader = reader;
    this.position = position;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int n = reader.read(ByteBuffer.wrap(bytes, from, length), position);
    position += Math.max(0, n);
    return n;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }
}

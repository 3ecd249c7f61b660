package io.github.youtubeupload.internal.io;

import java.io.IOException;
import java.nio.ByteBuffer;

/** A stream over something that is read by position. */
public final class PositionedStream extends BlockInputStream {
  private final Reader reader;
  private long position;

  /** Gives bytes from a position; -1 at the end. */
  public interface Reader {
    int read(ByteBuffer into, long position) throws IOException;
  }

  public PositionedStream(Reader reader, long position) {
    this.reader = reader;
    this.position = position;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int n = reader.read(ByteBuffer.wrap(bytes, from, length), position);
    position += Math.max(0, n);
    return n;
  }
}

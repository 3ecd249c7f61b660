package io.github.youtubeupload.testkit.internal.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The incoming bytes of a connection: lines for the head of a request, blocks for its body. */
final class WireReader {
  private static final int MAX_LINE = 32 * 1024;

  private final InputStream in;
  private final byte[] buffer = new byte[16 * 1024];
  private int from;
  private int to;

  WireReader(InputStream in) {
    this.in = in;
  }

  /** True if the peer has ended the stream before another byte came. */
  boolean atEnd() throws IOException {
    return from == to && !fill();
  }

  String line() throws IOException {
    byte[] line = new byte[256];
    int length = 0;
    while (true) {
      if (from == to && !fill()) {
        throw new EOFException("The client went away inside a line");
      }
      byte b = buffer[from++];
      if (b == '\n') {
        int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        return new String(line, 0, end, StandardCharsets.ISO_8859_1);
      }
      if (length == MAX_LINE) {
        throw new BadRequestException("A header line is longer than " + MAX_LINE + " bytes");
      }
      if (length == line.length) {
        line = Arrays.copyOf(line, length * 2);
      }
      line[length++] = b;
    }
  }

  /** Reads at least one byte, past the small buffer if that is empty. */
  int read(byte[] target, int offset, int length) throws IOException {
    if (from == to) {
      return in.read(target, offset, length);
    }
    int n = Math.min(length, to - from);
    System.arraycopy(buffer, from, target, offset, n);
    from += n;
    return n;
  }

  private boolean fill() throws IOException {
    from = 0;
    to = Math.max(0, in.read(buffer, 0, buffer.length));
    return to > 0;
  }
}

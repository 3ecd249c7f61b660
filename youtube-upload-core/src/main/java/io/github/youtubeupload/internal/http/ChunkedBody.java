package io.github.youtubeupload.internal.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A body in the chunked transfer coding (RFC 9112, section 7.1). Trailers are ignored. */
final class ChunkedBody extends InputStream {
  private static final int MAX_LINE = 4096;
  private static final int MAX_TRAILERS = 100;
  private static final Pattern SIZE = Pattern.compile("([0-9a-fA-F]{1,15})[ \\t]*(?:;.*)?");

  private final InputStream in;
  private long left;
  private boolean begun;
  private boolean ended;

  ChunkedBody(InputStream in) {
    this.in = in;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
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
      throw new ProtocolException("A chunk of the answer is longer than it said");
    }
    begun = true;
    Matcher size = SIZE.matcher(line());
    if (!size.matches()) {
      throw new ProtocolException("A chunk of the answer has no size");
    }
    left = Long.parseLong(size.group(1), 16);
    if (left == 0) {
      skipTrailers();
      ended = true;
    }
  }

  private void skipTrailers() throws IOException {
    for (int i = 0; !line().isEmpty(); i++) {
      if (i == MAX_TRAILERS) {
        throw new ProtocolException("The trailers of the answer do not end");
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
        throw new ProtocolException("A chunk of the answer has an endless header");
      }
      line.append((char) b);
    }
    int end = line.length();
    return end > 0 && line.charAt(end - 1) == '\r' ? line.substring(0, end - 1) : line.toString();
  }

  private static EOFException brokenOff() {
    return new EOFException("The connection ended before the last chunk of the answer");
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }
}

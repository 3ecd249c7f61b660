package io.github.youtubeupload.testkit.internal.upload;

import io.github.youtubeupload.testkit.internal.http.Headers;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a {@code multipart/related} body (RFC 2387), one after the other; reading gives the
 * content of the present part and ends with it. Holds one buffer, however large a part is.
 */
final class Multipart extends InputStream {
  private static final Pattern BOUNDARY =
      Pattern.compile("multipart/.*boundary=\"?([^\";]{1,200})\"?.*", Pattern.CASE_INSENSITIVE);

  private final InputStream in;
  private final byte[] delimiter;
  private final byte[] buffer = new byte[64 * 1024];
  private int from;
  private int to;
  private Headers headers = new Headers();

  Multipart(InputStream in, String boundary) {
    this.in = in;
    this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    // The first delimiter may lack the line break before it.
    buffer[0] = '\r';
    buffer[1] = '\n';
    to = 2;
  }

  /** The boundary that a Content-Type names, if it is a multipart one. */
  static Optional<String> boundary(String contentType) {
    Matcher matcher = BOUNDARY.matcher(contentType);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** Skips to the next part and reads its headers; false if there is none. */
  boolean next() throws IOException {
    transferTo(OutputStream.nullOutputStream());
    from += delimiter.length;
    if (line().equals("--")) {
      return false;
    }
    headers = new Headers();
    for (String line = line(); !line.isEmpty(); line = line()) {
      String[] field = line.split(":", 2);
      headers.add(field[0].trim(), field.length > 1 ? field[1].trim() : "");
    }
    return true;
  }

  /** The headers of the present part. */
  Headers headers() {
    return headers;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int safe = contentLength();
    while (safe == 0) {
      if (atDelimiter()) {
        return -1;
      }
      fill();
      safe = contentLength();
    }
    int n = Math.min(length, safe);
    System.arraycopy(buffer, from, target, offset, n);
    from += n;
    return n;
  }

  /** How many of the buffered bytes are surely content: those before what may be a delimiter. */
  private int contentLength() {
    for (int at = from; at < to; at++) {
      if (buffer[at] == '\r' && startsDelimiter(at)) {
        return at - from;
      }
    }
    return to - from;
  }

  private boolean startsDelimiter(int at) {
    int n = Math.min(delimiter.length, to - at);
    return Arrays.equals(buffer, at, at + n, delimiter, 0, n);
  }

  private boolean atDelimiter() {
    return to - from >= delimiter.length && startsDelimiter(from);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    while (true) {
      if (from == to && !more()) {
        return line.toString();
      }
      char c = (char) (buffer[from++] & 0xff);
      if (c == '\n') {
        return line.toString().stripTrailing();
      }
      line.append(c);
    }
  }

  private void fill() throws IOException {
    if (!more()) {
      throw new EOFException("The body ends before its last boundary");
    }
  }

  private boolean more() throws IOException {
    System.arraycopy(buffer, from, buffer, 0, to - from);
    to -= from;
    from = 0;
    int n = in.read(buffer, to, buffer.length - to);
    to += Math.max(0, n);
    return n > 0;
  }
}

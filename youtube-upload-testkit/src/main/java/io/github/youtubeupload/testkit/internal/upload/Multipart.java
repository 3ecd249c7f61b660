package io.github.youtubeupload.testkit.internal.upload;

import io.github.youtubeupload.testkit.internal.http.Headers;
import io.github.youtubeupload.testkit.internal.server.MalformedBodyException;
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
 *
 * <p>Lines end as the first delimiter's does: with CR LF, as the RFC wants it, or with a bare LF,
 * as Google's Python client writes it. So neither loses a byte of the content.
 */
final class Multipart extends InputStream {
  private static final Pattern BOUNDARY =
      Pattern.compile("multipart/.*boundary=\"?([^\";]{1,200})\"?.*", Pattern.CASE_INSENSITIVE);
  private static final int MOST_OF_HEAD = 64 * 1024;

  /** How much after a delimiter tells whether it is one. */
  private static final int LOOKAHEAD = 2;

  private final InputStream in;
  private final String boundary;
  private final byte[] buffer = new byte[64 * 1024];
  private byte[] delimiter = {};
  private int from;
  private int to;
  private int headBytes;
  private Headers headers = new Headers();

  Multipart(InputStream in, String boundary) {
    this.in = in;
    this.boundary = boundary;
  }

  /** The boundary that a Content-Type names, if it is a multipart one. */
  static Optional<String> boundary(String contentType) {
    Matcher matcher = BOUNDARY.matcher(contentType);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /**
   * Skips to the next part and reads its headers.
   *
   * @throws MalformedBodyException if there is none
   */
  void require(String what) throws IOException {
    if (!next()) {
      throw malformed("there is no part with " + what);
    }
    headers = new Headers();
    for (String line = line(); !line.isBlank(); line = line()) {
      String[] field = line.split(":", 2);
      if (field.length < 2) {
        throw malformed("a header of a part has no colon");
      }
      headers.add(field[0].trim(), field[1].trim());
    }
  }

  /**
   * Makes sure that the part just read is the last.
   *
   * @throws MalformedBodyException if another follows
   */
  void requireEnd() throws IOException {
    if (next()) {
      throw malformed("there are more than two parts");
    }
  }

  private boolean next() throws IOException {
    headBytes = 0;
    if (delimiter.length == 0) {
      return first();
    }
    transferTo(OutputStream.nullOutputStream());
    from += delimiter.length;
    if (startsWith(from, "--")) {
      return false;
    }
    if (!line().isBlank()) {
      throw malformed("a delimiter is followed by something else");
    }
    return true;
  }

  private boolean first() throws IOException {
    String line = line();
    while (!line.stripTrailing().equals("--" + boundary)) {
      line = line();
    }
    String end = line.endsWith("\r") ? "\r\n" : "\n";
    delimiter = (end + "--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
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
      if (isDelimiter(from)) {
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
      if (buffer[at] == delimiter[0] && mayBeDelimiter(at)) {
        return at - from;
      }
    }
    return to - from;
  }

  private boolean mayBeDelimiter(int at) {
    int n = Math.min(delimiter.length, to - at);
    boolean starts = Arrays.equals(buffer, at, at + n, delimiter, 0, n);
    return starts && (to - at < delimiter.length + LOOKAHEAD || isDelimiter(at));
  }

  /** A delimiter ends its line, or says by two hyphens that it is the last. */
  private boolean isDelimiter(int at) {
    int end = at + delimiter.length;
    return to - at >= delimiter.length + LOOKAHEAD
        && Arrays.equals(buffer, at, end, delimiter, 0, delimiter.length)
        && (startsWith(end, "--") || " \t\r\n".indexOf(buffer[end]) >= 0);
  }

  private boolean startsWith(int at, String text) {
    return buffer[at] == text.charAt(0) && buffer[at + 1] == text.charAt(1);
  }

  /** A line without its LF. */
  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    while (true) {
      if (from == to) {
        fill();
      }
      if (++headBytes > MOST_OF_HEAD) {
        throw malformed("the head of a part is longer than " + MOST_OF_HEAD + " bytes");
      }
      char c = (char) (buffer[from++] & 0xff);
      if (c == '\n') {
        return line.toString();
      }
      line.append(c);
    }
  }

  private void fill() throws IOException {
    System.arraycopy(buffer, from, buffer, 0, to - from);
    to -= from;
    from = 0;
    int n = in.read(buffer, to, buffer.length - to);
    if (n < 0) {
      throw malformed("it ends before its last boundary");
    }
    to += n;
  }

  private static MalformedBodyException malformed(String what) {
    return new MalformedBodyException("Malformed multipart body: " + what + ".");
  }
}

package io.github.youtubeupload.internal.http;

import java.io.InputStream;
import java.net.ProtocolException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where the body of an answer ends (RFC 9112, section 6.3). Whatever leaves room for two opinions
 * is refused.
 *
 * @param kind how the end is told
 * @param length of the body in bytes, if it is told by the length
 */
public record Framing(Kind kind, long length) {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;

  /** How the end is told. */
  public enum Kind {
    /** By the length. */
    LENGTH,
    /** By the chunked transfer coding. */
    CHUNKED,
    /** By the end of the connection, which cannot be told from a cut. */
    CONNECTION
  }

  /**
   * The framing of the answer to any request but HEAD and CONNECT.
   *
   * @throws ProtocolException if the length is no number, or stands there twice or beside a
   *     transfer coding, or if the transfer coding is not chunked
   */
  public static Framing of(AnswerHead head) throws ProtocolException {
    List<String> lengths = head.values("Content-Length");
    List<String> codings = head.values("Transfer-Encoding");
    if (lengths.size() + codings.size() > 1) {
      throw new ProtocolException("The answer says its length more than once");
    }
    if (!lengths.isEmpty() && !NUMBER.matcher(lengths.get(0)).matches()) {
      throw new ProtocolException("The length of the answer is no number");
    }
    if (!codings.isEmpty() && !isChunked(head, codings.get(0))) {
      throw new ProtocolException("The answer has a transfer coding that nobody asked for");
    }
    if (head.isInterim() || head.status() == NO_CONTENT || head.status() == NOT_MODIFIED) {
      return new Framing(Kind.LENGTH, 0);
    }
    if (!lengths.isEmpty()) {
      return new Framing(Kind.LENGTH, Long.parseLong(lengths.get(0)));
    }
    return new Framing(codings.isEmpty() ? Kind.CONNECTION : Kind.CHUNKED, -1);
  }

  private static boolean isChunked(AnswerHead head, String coding) {
    return head.minorVersion() == 1 && coding.equalsIgnoreCase("chunked");
  }

  /**
   * The body, from a stream that stands at its first byte. It gives -1 only at its end; if the
   * connection ends before, it throws an {@link java.io.EOFException}.
   */
  public InputStream body(InputStream in) {
    return switch (kind) {
      case LENGTH -> new FixedBody(in, length);
      case CHUNKED -> new ChunkedBody(in);
      case CONNECTION -> in;
    };
  }
}

package io.github.youtubeupload.internal.origin;

import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Finds where a body ends (RFC 9112, section 6). Its stream gives -1 only at that end, and fails if
 * the connection ends before.
 */
public final class BodyFraming {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  private BodyFraming() {}

  static InputStream of(ResponseHead head, InputStream in) throws IOException {
    if (isChunked(head)) {
      return new ChunkedBody(in);
    }
    OptionalLong length = length(head);
    return length.isPresent() ? new FixedBody(in, length.getAsLong()) : in;
  }

  /** The length of the body if it was declared; a chunked one has none. */
  public static OptionalLong length(ResponseHead head) throws IOException {
    String length = head.header("Content-Length").orElse("");
    if (length.isEmpty() || isChunked(head)) {
      return OptionalLong.empty();
    }
    if (!NUMBER.matcher(length).matches()) {
      throw new ProtocolException("the origin's Content-Length is no number");
    }
    return OptionalLong.of(Long.parseLong(length));
  }

  /** Whether the end of the body can be told from a broken connection. */
  public static boolean hasEnd(ResponseHead head) throws IOException {
    return isChunked(head) || length(head).isPresent();
  }

  private static boolean isChunked(ResponseHead head) throws IOException {
    String coding = head.header("Transfer-Encoding").orElse("").toLowerCase(Locale.ROOT);
    if (coding.isEmpty() || coding.equals("chunked")) {
      return !coding.isEmpty();
    }
    throw new ProtocolException("the origin sends the transfer coding \"" + coding + "\", unasked");
  }
}

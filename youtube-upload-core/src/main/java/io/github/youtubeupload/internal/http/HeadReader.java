package io.github.youtubeupload.internal.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the head of an answer (RFC 9112, sections 4 and 5). Stricter than the RFC allows where
 * leniency could take half a head for a whole one; no message quotes what was received, for it may
 * be a secret.
 */
public final class HeadReader {
  private static final int MAX_BYTES = 64 * 1024;
  private static final int MAX_FIELDS = 200;
  private static final int MAX_INTERIM = 10;
  private static final Pattern STATUS =
      Pattern.compile("HTTP/1\\.([01]) ([1-5][0-9]{2})(?: ([\\t -~\\x80-\\xff]*))?");
  private static final Pattern FIELD =
      Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \\t]*([\\t -~\\x80-\\xff]*)");

  private final InputStream in;
  private int budget = MAX_BYTES;

  private HeadReader(InputStream in) {
    this.in = in;
  }

  /**
   * Reads the next head, also one that is {@linkplain AnswerHead#isInterim interim}.
   *
   * @throws EOFException if the connection ends before the head does
   * @throws ProtocolException if it is no head of HTTP/1.0 or 1.1, or above 64 KiB or 200 lines
   */
  public static AnswerHead next(InputStream in) throws IOException {
    return new HeadReader(in).head();
  }

  /** Reads the next head that is not interim; fails as {@link #next} does. */
  public static AnswerHead last(InputStream in) throws IOException {
    for (int i = 0; i <= MAX_INTERIM; i++) {
      AnswerHead head = next(in);
      if (!head.isInterim()) {
        return head;
      }
      requireExpected(head);
    }
    throw new ProtocolException("Nothing but interim answers came");
  }

  /**
   * Refuses an interim answer that changes the protocol, for nobody asked to.
   *
   * @throws ProtocolException if it does
   */
  public static void requireExpected(AnswerHead interim) throws ProtocolException {
    if (interim.status() == 101) {
      throw new ProtocolException("The answer switches to another protocol, unasked");
    }
  }

  private AnswerHead head() throws IOException {
    Matcher status = STATUS.matcher(line());
    if (!status.matches()) {
      throw new ProtocolException("The answer is not HTTP/1.1");
    }
    List<AnswerHead.Field> fields = new ArrayList<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      Matcher field = FIELD.matcher(line);
      if (!field.matches() || fields.size() == MAX_FIELDS) {
        throw new ProtocolException("The answer has a header line that is none, or too many");
      }
      fields.add(new AnswerHead.Field(field.group(1), field.group(2).strip()));
    }
    return new AnswerHead(
        Integer.parseInt(status.group(1)),
        Integer.parseInt(status.group(2)),
        status.group(3) == null ? "" : status.group(3),
        List.copyOf(fields));
  }

  private String line() throws IOException {
    byte[] line = new byte[256];
    int length = 0;
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException("The connection ended before the head of the answer did");
      }
      if (--budget < 0) {
        throw new ProtocolException("The head of the answer is above 64 KiB");
      }
      if (length == line.length) {
        line = Arrays.copyOf(line, 2 * length);
      }
      line[length++] = (byte) b;
    }
    if (length > 0 && line[length - 1] == '\r') {
      length--;
    }
    return new String(line, 0, length, StandardCharsets.ISO_8859_1);
  }
}

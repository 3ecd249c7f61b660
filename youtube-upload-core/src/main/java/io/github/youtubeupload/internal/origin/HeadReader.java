package io.github.youtubeupload.internal.origin;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the head of an answer (RFC 9112), within limits. */
final class HeadReader {
  private static final int MAX_BYTES = 64 * 1024;
  private static final int MAX_INTERIM = 5;
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-9][0-9]{2})(?: (.*))?");
  private static final Pattern FIELD = Pattern.compile("([!#-'*+.0-9A-Z^-z|~-]+):[ \\t]*(.*)");

  private final InputStream in;
  private int budget = MAX_BYTES;

  private HeadReader(InputStream in) {
    this.in = in;
  }

  static ResponseHead read(InputStream in) throws IOException {
    HeadReader reader = new HeadReader(in);
    for (int i = 0; i <= MAX_INTERIM; i++) {
      ResponseHead head = reader.one();
      if (head.status() >= 200) {
        return head;
      }
    }
    throw new ProtocolException("the origin sends nothing but interim answers");
  }

  private ResponseHead one() throws IOException {
    Matcher status = STATUS.matcher(line());
    if (!status.matches()) {
      throw new ProtocolException("the origin does not speak HTTP/1.1");
    }
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      Matcher field = FIELD.matcher(line);
      if (!field.matches()) {
        throw new ProtocolException("the origin sent a header that is none");
      }
      String name = field.group(1).toLowerCase(Locale.ROOT);
      headers.computeIfAbsent(name, n -> new ArrayList<>()).add(field.group(2).stripTrailing());
    }
    String reason = status.group(2) == null ? "" : status.group(2);
    return new ResponseHead(Integer.parseInt(status.group(1)), reason, headers);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    while (true) {
      int b = in.read();
      if (b < 0) {
        throw new EOFException("the origin closed the connection before its answer was complete");
      }
      if (--budget < 0) {
        throw new ProtocolException("the head of the origin's answer is above 64 KiB");
      }
      if (b == '\n') {
        int end = line.length();
        return end > 0 && line.charAt(end - 1) == '\r'
            ? line.substring(0, end - 1)
            : line.toString();
      }
      line.append(new String(new byte[] {(byte) b}, StandardCharsets.ISO_8859_1));
    }
  }
}

package io.github.youtubeupload.internal.transport;

import java.io.IOException;
import java.net.ProtocolException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The head of a request, as it is built. */
final class RequestHead {
  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0a-\\x1f\\x7f]");

  private final StringBuilder fields = new StringBuilder();

  /**
   * Adds a header.
   *
   * @throws ProtocolException if it would break the head; the message does not quote its value
   */
  void add(String name, String value) throws ProtocolException {
    if (!NAME.matcher(name).matches() || CONTROL.matcher(value).find()) {
      throw new ProtocolException("A header of the request holds what no header can hold");
    }
    fields.append(name).append(": ").append(value).append("\r\n");
  }

  /** Gives the bytes; a proxy is told the whole URL. */
  byte[] bytes(String method, URL url, Origin origin, boolean proxy) throws IOException {
    String path = url.getFile().startsWith("/") ? url.getFile() : "/" + url.getFile();
    String target = proxy ? "http://" + origin.hostHeader() + path : path;
    return (method
            + " "
            + target
            + " HTTP/1.1\r\nHost: "
            + origin.hostHeader()
            + "\r\n"
            + fields
            + "\r\n")
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}

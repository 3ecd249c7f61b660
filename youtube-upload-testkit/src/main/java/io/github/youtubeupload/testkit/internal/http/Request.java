package io.github.youtubeupload.testkit.internal.http;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP request.
 *
 * @param target path and query as they arrived
 */
public record Request(String method, String target, Headers headers, RequestBody body) {
  static Request read(Connection connection, WireReader wire) throws IOException {
    String start = wire.line();
    Headers headers = new Headers();
    try {
      return read(connection, wire, start.split(" ", -1), headers);
    } catch (BadRequestException e) {
      throw e.in(start, headers);
    }
  }

  private static Request read(
      Connection connection, WireReader wire, String[] start, Headers headers) throws IOException {
    if (start.length != 3 || !start[1].startsWith("/") || !start[2].startsWith("HTTP/1.")) {
      throw new BadRequestException("Not a request line of HTTP/1.1");
    }
    if (start[2].equals("HTTP/1.0")) {
      headers.add("Connection", "close");
    }
    for (String line = wire.line(); !line.isEmpty(); line = wire.line()) {
      int colon = line.indexOf(':');
      if (colon <= 0) {
        throw new BadRequestException("A header line without a name");
      }
      headers.add(line.substring(0, colon), line.substring(colon + 1).trim());
    }
    return new Request(start[0], start[1], headers, RequestBody.of(connection, wire, headers));
  }

  /** The target without its query. */
  public String path() {
    return target.split("\\?", 2)[0];
  }

  /** Query parameters, decoded; several values of a name joined by spaces. */
  public Map<String, String> query() {
    int mark = target.indexOf('?');
    return form(mark < 0 ? "" : target.substring(mark + 1));
  }

  /** One query parameter, decoded. */
  public Optional<String> query(String name) {
    return Optional.ofNullable(query().get(name));
  }

  /**
   * Decodes {@code application/x-www-form-urlencoded}; several values of a name are joined by
   * spaces.
   */
  public static Map<String, String> form(String encoded) {
    Map<String, String> form = new LinkedHashMap<>();
    for (String pair : encoded.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      if (!parts[0].isEmpty()) {
        form.merge(decode(parts[0]), decode(parts.length > 1 ? parts[1] : ""), Request::both);
      }
    }
    return form;
  }

  private static String both(String first, String second) {
    return first + " " + second;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }
}

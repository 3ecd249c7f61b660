package io.github.youtubeupload.testkit.internal.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** One HTTP answer; {@code with} makes changed copies. */
public record Reply(int status, Map<String, String> headers, ReplyBody payload) {
  /** An answer without a body. */
  public static Reply empty(int status) {
    return new Reply(status, Map.of(), ReplyBody.of(new byte[0]));
  }

  /** An answer that holds text, encoded as UTF-8. */
  public static Reply text(int status, String contentType, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Reply(status, Map.of("Content-Type", contentType), ReplyBody.of(bytes));
  }

  /** An answer that holds JSON text. */
  public static Reply json(int status, String json) {
    return text(status, "application/json; charset=UTF-8", json);
  }

  /** An answer that holds a page. */
  public static Reply html(int status, String html) {
    return text(status, "text/html; charset=UTF-8", html);
  }

  /** The same answer with one more header. */
  public Reply with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Reply(status, more, payload);
  }

  String head(boolean keepAlive) {
    StringBuilder head = new StringBuilder(256);
    head.append("HTTP/1.1 ").append(status).append(' ').append(phrase()).append("\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    head.append("Content-Length: ").append(payload.length()).append("\r\n");
    head.append("Server: FakeYouTube\r\n");
    return head.append(keepAlive ? "\r\n" : "Connection: close\r\n\r\n").toString();
  }

  private String phrase() {
    return switch (status) {
      case 200 -> "OK";
      case 201 -> "Created";
      case 204 -> "No Content";
      case 308 -> "Resume Incomplete";
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 410 -> "Gone";
      case 429 -> "Too Many Requests";
      case 499 -> "Client Closed Request";
      case 500 -> "Internal Server Error";
      case 502 -> "Bad Gateway";
      case 503 -> "Service Unavailable";
      case 504 -> "Gateway Timeout";
      default -> "Status";
    };
  }
}

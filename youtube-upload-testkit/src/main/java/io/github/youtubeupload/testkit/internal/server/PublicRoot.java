package io.github.youtubeupload.testkit.internal.server;

import io.github.youtubeupload.testkit.internal.http.Request;
import java.util.regex.Pattern;

/**
 * The root of the server as a client knows it, so that sessions also lead through a proxy or a
 * mapped port.
 *
 * @param own what the server calls itself, with a slash at its end
 * @param fixed whether that holds whatever {@code Host} a client names
 */
public record PublicRoot(String own, boolean fixed) {
  private static final Pattern HOST =
      Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:\\d{1,5})?");

  /** The root by which this request came. */
  public String of(Request request) {
    String scheme = own.substring(0, own.indexOf("://") + 3);
    return request
        .headers()
        .first("Host")
        .filter(host -> !fixed && HOST.matcher(host).matches())
        .map(host -> scheme + host + "/")
        .orElse(own);
  }
}

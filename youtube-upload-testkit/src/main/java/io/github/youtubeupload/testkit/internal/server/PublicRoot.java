package io.github.youtubeupload.testkit.internal.server;

import io.github.youtubeupload.testkit.internal.http.Request;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The root of the server as a client knows it, so that sessions also lead through a proxy on
 * loopback.
 *
 * @param own what the server calls itself, with a slash at its end
 */
public record PublicRoot(String own) {
  private static final Pattern LOOPBACK = Pattern.compile("(127\\.0\\.0\\.1|localhost):\\d{1,5}");

  /** The root by which this request came. */
  public String of(Request request) {
    return request
        .headers()
        .first("Host")
        .filter(host -> LOOPBACK.matcher(host).matches())
        .map(host -> own.replaceFirst("(?<=://).*", Matcher.quoteReplacement(host + "/")))
        .orElse(own);
  }
}

package io.github.youtubeupload.source;

import io.github.youtubeupload.internal.address.UrlRules;
import io.github.youtubeupload.internal.origin.OriginConnection.Timeouts;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** All that a {@link UrlSource} was built with. */
record UrlOptions(
    Target target, HostPolicy policy, Timeouts timeouts, Limits limits, RetryPolicy retries) {

  /** What is asked for, and how. */
  record Target(
      URI url,
      @Nullable String givenName,
      Map<String, String> headers,
      @Nullable SSLSocketFactory tls,
      @Nullable UrlRenewal renewal) {}

  /** What is not gone beyond; the sizes are in bytes. */
  record Limits(long size, long spool, long minBytesPerSecond) {}

  /**
   * How often it is tried in a row without a byte gained.
   *
   * @param backoff the first wait, doubled each time
   */
  record RetryPolicy(int attempts, Duration backoff) {}

  /** The name given, else the last part of the path, else the host. */
  String name() {
    if (target.givenName() != null) {
      return target.givenName();
    }
    String path = target.url().getRawPath() == null ? "" : target.url().getRawPath();
    String last = path.substring(path.lastIndexOf('/') + 1).replace("+", "%2B");
    String name = URLDecoder.decode(last, StandardCharsets.UTF_8).replaceAll("[\\p{Cntrl}/]", "_");
    return name.isEmpty() ? UrlRules.printable(target.url()) : name;
  }

  @Override
  public String toString() {
    return UrlRules.printable(target.url());
  }
}

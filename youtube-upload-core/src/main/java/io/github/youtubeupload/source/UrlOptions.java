package io.github.youtubeupload.source;

import io.github.youtubeupload.internal.origin.OriginConnection;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** All that a {@link UrlSource} was built with. */
record UrlOptions(
    URI url,
    @Nullable String givenName,
    Map<String, String> headers,
    HostPolicy policy,
    OriginConnection.Timeouts timeouts,
    long sizeLimit,
    long spoolLimit,
    long minBytesPerSecond,
    int attempts,
    Duration backoff,
    @Nullable SSLSocketFactory tls,
    @Nullable UrlRenewal renewal) {

  /** The name given, else the last part of the path, else the host. */
  String name() {
    if (givenName != null) {
      return givenName;
    }
    String path = url.getRawPath() == null ? "" : url.getRawPath();
    String last = path.substring(path.lastIndexOf('/') + 1).replace("+", "%2B");
    String name = URLDecoder.decode(last, StandardCharsets.UTF_8).replaceAll("[\\p{Cntrl}/]", "_");
    return name.isEmpty() ? UrlRules.printable(url) : name;
  }

  @Override
  public String toString() {
    return UrlRules.printable(url);
  }
}

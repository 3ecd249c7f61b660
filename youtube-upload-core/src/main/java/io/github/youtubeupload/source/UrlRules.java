package io.github.youtubeupload.source;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a URL must look like before its host is looked up. */
final class UrlRules {
  private static final Pattern CANONICAL_IPV4 =
      Pattern.compile("((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(\\.(?!$)|$)){4}");
  private static final Pattern NUMERIC_END = Pattern.compile("(.*\\.)?([0-9]+|0[xX][0-9a-fA-F]*)");

  private UrlRules() {}

  /** The host in lower case, without brackets or a closing dot. */
  static String requireHost(URI url) throws UrlRefusedException {
    String scheme = url.getScheme() == null ? "none" : url.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw refused(url, "only http and https are fetched, found " + scheme);
    }
    String authority = url.getRawAuthority();
    if (url.getRawUserInfo() != null || (authority != null && authority.contains("@"))) {
      throw refused(url, "it holds user information: give credentials as a header instead");
    }
    if (url.getHost() == null) {
      throw refused(url, "it has no valid host name (write an international one in its xn-- form)");
    }
    if (url.getPort() == 0 || url.getPort() > 65535) {
      throw refused(url, "port " + url.getPort() + " does not exist");
    }
    return requireUnambiguous(url);
  }

  private static String requireUnambiguous(URI url) throws UrlRefusedException {
    String host = url.getHost().toLowerCase(Locale.ROOT);
    if (host.startsWith("[")) {
      String address = host.substring(1, host.length() - 1);
      if (address.contains("%")) {
        throw refused(url, "an address with a zone is link-local");
      }
      return address;
    }
    String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    if (NUMERIC_END.matcher(name).matches() && !CANONICAL_IPV4.matcher(name).matches()) {
      throw refused(url, "its host is an ambiguous way to write an IPv4 address");
    }
    return name;
  }

  static UrlRefusedException refused(URI url, String reason) {
    return new UrlRefusedException("refused to fetch " + printable(url) + ": " + reason);
  }

  /** Scheme, host, port and path: what may be printed and written to disk. */
  static String printable(URI url) {
    if (url.getHost() == null) {
      return url.getScheme() == null ? "a URL without a scheme" : url.getScheme() + ":…";
    }
    String port = url.getPort() < 0 ? "" : ":" + url.getPort();
    return url.getScheme() + "://" + url.getHost() + port + url.getRawPath();
  }
}

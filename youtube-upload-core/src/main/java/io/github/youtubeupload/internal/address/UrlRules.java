package io.github.youtubeupload.internal.address;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a URL must look like before its host is looked up. */
public final class UrlRules {
  private static final Pattern CANONICAL_IPV4 =
      Pattern.compile("((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(\\.(?!$)|$)){4}");
  private static final Pattern NUMERIC_END = Pattern.compile("(.*\\.)?([0-9]+|0[xX][0-9a-fA-F]*)");

  private UrlRules() {}

  /** What is wrong with a URL, for people; empty if it may be looked up. */
  public static Optional<String> fault(URI url) {
    String scheme = url.getScheme() == null ? "none" : url.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return Optional.of("only http and https are fetched, found " + scheme);
    }
    String authority = url.getRawAuthority();
    if (url.getRawUserInfo() != null || (authority != null && authority.contains("@"))) {
      return Optional.of("it holds user information: give credentials as a header instead");
    }
    if (url.getHost() == null) {
      return Optional.of("it has no valid host name (write an international one in its xn-- form)");
    }
    if (url.getPort() == 0 || url.getPort() > 65535) {
      return Optional.of("port " + url.getPort() + " does not exist");
    }
    return ambiguity(host(url));
  }

  private static Optional<String> ambiguity(String host) {
    if (host.contains(":")) {
      return host.contains("%")
          ? Optional.of("an address with a zone is link-local")
          : Optional.empty();
    }
    return NUMERIC_END.matcher(host).matches() && !CANONICAL_IPV4.matcher(host).matches()
        ? Optional.of("its host is an ambiguous way to write an IPv4 address")
        : Optional.empty();
  }

  /** The host of a URL without fault, in lower case, without brackets or a closing dot. */
  public static String host(URI url) {
    String host = url.getHost().toLowerCase(Locale.ROOT);
    if (host.startsWith("[")) {
      return host.substring(1, host.length() - 1);
    }
    return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
  }

  /** Scheme, host, port and path: what may be printed and written to disk. */
  public static String printable(URI url) {
    if (url.getHost() == null) {
      return url.getScheme() == null ? "a URL without a scheme" : url.getScheme() + ":…";
    }
    String port = url.getPort() < 0 ? "" : ":" + url.getPort();
    return url.getScheme() + "://" + url.getHost() + port + url.getRawPath();
  }
}

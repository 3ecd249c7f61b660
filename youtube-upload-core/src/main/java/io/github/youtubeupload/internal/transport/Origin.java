package io.github.youtubeupload.internal.transport;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;

/**
 * Whom a request is for.
 *
 * @param secure whether by TLS
 * @param host as in the URL: an IPv6 address has its brackets
 * @param port of the URL, or that of its scheme
 */
record Origin(boolean secure, String host, int port) {

  /** The scheme, host and port of a URL. */
  static Origin of(URL url) throws MalformedURLException {
    boolean secure = url.getProtocol().equals("https");
    if ((!secure && !url.getProtocol().equals("http")) || url.getHost().isEmpty()) {
      throw new MalformedURLException("Not an http or https URL with a host");
    }
    return new Origin(
        secure, url.getHost(), url.getPort() < 0 ? url.getDefaultPort() : url.getPort());
  }

  /** Reads a URL; no message quotes it, for it may be a session's. */
  static URL url(String text) throws IOException {
    try {
      if (StandardCharsets.US_ASCII.newEncoder().canEncode(text)) {
        return URI.create(text).toURL();
      }
    } catch (IllegalArgumentException | MalformedURLException e) {
      // said below, without the URL
    }
    throw new MalformedURLException("The URL of the request cannot be read");
  }

  /** The host as a name or an address to connect to. */
  String bareHost() {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  /** Host and port, as CONNECT names them. */
  String authority() {
    return host + ":" + port;
  }

  /** What the header {@code Host} says. */
  String hostHeader() {
    return port == (secure ? 443 : 80) ? host : authority();
  }

  /** As a {@link java.net.ProxySelector} is asked about it, path and query left out. */
  URI uri() {
    return URI.create((secure ? "https://" : "http://") + authority() + "/");
  }
}

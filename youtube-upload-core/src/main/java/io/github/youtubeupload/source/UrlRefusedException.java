package io.github.youtubeupload.source;

import io.github.youtubeupload.internal.address.UrlRules;
import java.io.IOException;
import java.net.URI;

/**
 * A URL, or what it leads to, is not one that a {@link HostPolicy} lets a server fetch. Asking
 * again is of no use.
 */
public final class UrlRefusedException extends IOException {
  private static final long serialVersionUID = 1L;

  static UrlRefusedException of(URI url, String reason) {
    return new UrlRefusedException("refused to fetch " + UrlRules.printable(url) + ": " + reason);
  }

  /** The message names scheme, host and the reason, never the query or user information. */
  public UrlRefusedException(String message) {
    super(message);
  }
}

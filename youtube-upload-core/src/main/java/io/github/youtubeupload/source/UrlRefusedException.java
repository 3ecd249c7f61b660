package io.github.youtubeupload.source;

import java.io.IOException;

/**
 * A URL, or what it leads to, is not one that a {@link HostPolicy} lets a server fetch. Asking
 * again is of no use.
 */
public final class UrlRefusedException extends IOException {
  private static final long serialVersionUID = 1L;

  /** The message names scheme, host and the reason, never the query or user information. */
  public UrlRefusedException(String message) {
    super(message);
  }
}

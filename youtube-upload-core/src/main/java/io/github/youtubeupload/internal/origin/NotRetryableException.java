package io.github.youtubeupload.internal.origin;

import java.io.IOException;

/** A failure of an origin that asking again does not mend. */
public final class NotRetryableException extends IOException {
  private static final long serialVersionUID = 1L;

  public NotRetryableException(String message) {
    super(message);
  }
}

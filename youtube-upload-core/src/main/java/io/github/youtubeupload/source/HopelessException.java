package io.github.youtubeupload.source;

import java.io.IOException;

/** A failure of an origin that asking again does not mend. */
final class HopelessException extends IOException {
  private static final long serialVersionUID = 1L;

  HopelessException(String message) {
    super(message);
  }
}

package io.github.youtubeupload.source;

import java.io.IOException;

/** The source is no longer what it was when the upload began. Its bytes must not be mixed. */
public final class SourceChangedException extends IOException {
  private static final long serialVersionUID = 1L;

  /** The message names the source, what was expected and what was found. */
  public SourceChangedException(String message) {
    super(message);
  }
}

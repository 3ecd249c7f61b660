package io.github.youtubeupload.source;

import java.io.IOException;

/**
 * What was sent is not what the content has become, and another source now has all of it. Thrown
 * instead of the end of the stream; the upload then starts over with that source, in a new session
 * and at the cost of one.
 */
public final class SourceRewrittenException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient VideoSource instead;

  /** The message says what was found. */
  public SourceRewrittenException(String message, VideoSource instead) {
    super(message);
    this.instead = instead;
  }

  /** The source to go on with. */
  public VideoSource instead() {
    return instead;
  }
}

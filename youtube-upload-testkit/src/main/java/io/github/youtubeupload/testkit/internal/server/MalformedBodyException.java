package io.github.youtubeupload.testkit.internal.server;

import java.io.IOException;

/** The body of a request is all there and makes no sense; the answer is 400. */
public final class MalformedBodyException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Says what makes no sense. */
  public MalformedBodyException(String what) {
    super(what);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}

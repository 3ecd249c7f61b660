package io.github.youtubeupload.testkit.internal.http;

import java.io.IOException;

/** The connection is gone, by our own doing or the client's: nothing more can be said on it. */
public final class ConnectionCutException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Says why the connection is gone. */
  public ConnectionCutException(String why) {
    super(why);
  }
}

package io.github.youtubeupload.testkit.internal.http;

import java.io.IOException;

/** What arrived is not HTTP/1.1 as this server understands it; the answer is 400. */
final class BadRequestException extends IOException {
  private static final long serialVersionUID = 1L;

  BadRequestException(String what) {
    super(what);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}

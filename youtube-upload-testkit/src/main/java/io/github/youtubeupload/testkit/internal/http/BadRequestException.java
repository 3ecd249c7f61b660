package io.github.youtubeupload.testkit.internal.http;

import java.io.IOException;

/** What arrived is not HTTP/1.1 as this server understands it; the answer is 400. */
public final class BadRequestException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String line;
  private final transient Headers headers;

  BadRequestException(String what) {
    this(what, "", new Headers());
  }

  private BadRequestException(String what, String line, Headers headers) {
    super(what);
    this.line = line;
    this.headers = headers;
  }

  /** The same, with what of the head was read before. */
  BadRequestException in(String start, Headers sofar) {
    BadRequestException same = new BadRequestException(getMessage(), start, sofar);
    same.initCause(this);
    return same;
  }

  /** The first line of the request, as far as it was read. */
  public String line() {
    return line;
  }

  /** The headers that were read before. */
  public Headers headers() {
    return headers;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}

package io.github.youtubeupload.testkit.internal.http;

import java.io.IOException;

/** Answers requests; called by many threads at once, one for each connection. */
public interface RequestHandler {
  /**
   * Answers one request with {@link Connection#send}, or cuts the connection.
   *
   * @throws IOException when the connection is gone
   */
  void handle(Request request, Connection connection) throws IOException;

  /** Is told of what was no request of HTTP; the connection refuses it and ends. */
  void refused(BadRequestException notHttp);
}

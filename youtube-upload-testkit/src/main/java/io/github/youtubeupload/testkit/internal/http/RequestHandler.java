package io.github.youtubeupload.testkit.internal.http;

import java.io.IOException;

/** Answers requests; called by many threads at once, one for each connection. */
@FunctionalInterface
public interface RequestHandler {
  /**
   * Answers one request with {@link Connection#send}, or cuts the connection.
   *
   * @throws IOException when the connection is gone
   */
  void handle(Request request, Connection connection) throws IOException;
}

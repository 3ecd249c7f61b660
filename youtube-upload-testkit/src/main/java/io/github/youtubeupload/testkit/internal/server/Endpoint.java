package io.github.youtubeupload.testkit.internal.server;

import io.github.youtubeupload.testkit.internal.http.Reply;
import java.io.IOException;

/** Answers the requests of one route; called by many threads at once. */
@FunctionalInterface
public interface Endpoint {
  /**
   * Does what is asked.
   *
   * @throws IOException if the connection is gone, or was cut by the script
   */
  Reply handle(Exchange exchange) throws IOException;
}

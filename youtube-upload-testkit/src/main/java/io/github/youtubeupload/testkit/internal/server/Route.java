package io.github.youtubeupload.testkit.internal.server;

import io.github.youtubeupload.testkit.Step;
import io.github.youtubeupload.testkit.internal.http.Request;
import java.util.Optional;

/**
 * Where a request goes.
 *
 * @param step as what it is counted, recorded and struck by faults
 */
public record Route(Step step, Endpoint endpoint) {
  /** The routes of one room. */
  @FunctionalInterface
  public interface Finder {
    /** The way of this request, if this room answers it. */
    Optional<Route> find(Request request);
  }
}

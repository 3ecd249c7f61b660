package io.github.youtubeupload.testkit.internal.api;

import io.github.youtubeupload.testkit.Step;
import io.github.youtubeupload.testkit.internal.http.Request;
import io.github.youtubeupload.testkit.internal.server.Endpoint;
import io.github.youtubeupload.testkit.internal.server.Route;
import java.util.Optional;

/** What is not an upload: {@code /youtube/v3/…}. */
public final class ApiRoutes implements Route.Finder {
  private static final String ROOT = "/youtube/v3/";

  private final ReadEndpoint read;
  private final ChangeEndpoint change;

  /** The routes to these two. */
  public ApiRoutes(ReadEndpoint read, ChangeEndpoint change) {
    this.read = read;
    this.change = change;
  }

  @Override
  public Optional<Route> find(Request request) {
    if (!request.path().startsWith(ROOT)) {
      return Optional.empty();
    }
    String resource = request.path().substring(ROOT.length());
    return switch (request.method() + " " + resource) {
      case "PUT videos" -> route(Step.OTHER, change::update);
      case "DELETE videos" -> route(Step.DELETE, change::delete);
      default ->
          request.method().equals("GET")
              ? route(Step.LIST, exchange -> read.handle(exchange.request(), resource))
              : Optional.empty();
    };
  }

  private static Optional<Route> route(Step step, Endpoint endpoint) {
    return Optional.of(new Route(step, endpoint));
  }
}

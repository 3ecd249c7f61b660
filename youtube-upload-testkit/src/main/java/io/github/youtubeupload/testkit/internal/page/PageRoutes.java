package io.github.youtubeupload.testkit.internal.page;

import io.github.youtubeupload.testkit.Step;
import io.github.youtubeupload.testkit.internal.http.Request;
import io.github.youtubeupload.testkit.internal.server.Endpoint;
import io.github.youtubeupload.testkit.internal.server.Route;
import java.util.Optional;

/** What a browser asks for. */
public final class PageRoutes implements Route.Finder {
  private final VideoPages pages;
  private final MediaEndpoint media;

  /** The routes to these two. */
  public PageRoutes(VideoPages pages, MediaEndpoint media) {
    this.pages = pages;
    this.media = media;
  }

  @Override
  public Optional<Route> find(Request request) {
    String[] path = request.path().split("/", -1);
    if (!request.method().equals("GET")) {
      return Optional.empty();
    } else if (request.path().equals("/")) {
      return route(exchange -> pages.list());
    } else if (request.path().equals("/watch")) {
      return route(exchange -> pages.watch(request.query("v").orElse("")));
    } else if (request.path().matches("/video/[^/]+/edit")) {
      return route(exchange -> pages.studio(path[2]));
    } else if (request.path().matches("/media/[^/]*")) {
      return route(exchange -> media.get(request, path[2]));
    }
    return Optional.empty();
  }

  private static Optional<Route> route(Endpoint endpoint) {
    return Optional.of(new Route(Step.OTHER, endpoint));
  }
}

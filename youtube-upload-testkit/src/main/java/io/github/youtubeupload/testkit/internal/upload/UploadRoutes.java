package io.github.youtubeupload.testkit.internal.upload;

import io.github.youtubeupload.testkit.Step;
import io.github.youtubeupload.testkit.internal.http.Request;
import io.github.youtubeupload.testkit.internal.server.Endpoint;
import io.github.youtubeupload.testkit.internal.server.Route;
import java.util.Optional;

/** {@code videos.insert} and the sessions that it opens. */
public final class UploadRoutes implements Route.Finder {
  private static final String PATH = "/upload/youtube/v3/videos";

  private final Endpoint insert;
  private final SessionEndpoint session;

  /** The routes to these two. */
  public UploadRoutes(UploadEndpoint insert, SessionEndpoint session) {
    this.insert = insert;
    this.session = session;
  }

  @Override
  public Optional<Route> find(Request request) {
    if (!request.path().equals(PATH)) {
      return Optional.empty();
    } else if (request.method().equals("POST")) {
      return Optional.of(new Route(Step.OPEN, insert));
    }
    return request.query("upload_id").isPresent() ? ofSession(request) : Optional.empty();
  }

  private Optional<Route> ofSession(Request request) {
    return switch (request.method()) {
      case "DELETE" -> Optional.of(new Route(Step.DELETE, session));
      case "PUT" ->
          ContentRange.isQuestion(request.headers().first("Content-Range"))
              ? Optional.of(new Route(Step.ASK, session))
              : Optional.of(new Route(Step.SEND, session));
      default -> Optional.empty();
    };
  }
}

package io.github.youtubeupload.testkit.internal.oauth;

import io.github.youtubeupload.testkit.Step;
import io.github.youtubeupload.testkit.internal.http.Request;
import io.github.youtubeupload.testkit.internal.server.Endpoint;
import io.github.youtubeupload.testkit.internal.server.Route;
import java.util.Optional;

/** Consent, tokens, revocation. */
public final class OAuthRoutes implements Route.Finder {
  private final ConsentPage consent;
  private final TokenEndpoint token;

  /** The routes to these two. */
  public OAuthRoutes(ConsentPage consent, TokenEndpoint token) {
    this.consent = consent;
    this.token = token;
  }

  @Override
  public Optional<Route> find(Request request) {
    return switch (request.method() + " " + request.path()) {
      case "POST /token" -> route(Step.TOKEN, token::token);
      case "POST /revoke" -> route(Step.OTHER, token::revoke);
      case "GET /tokeninfo", "POST /tokeninfo" -> route(Step.OTHER, token::info);
      case "GET /o/oauth2/v2/auth" ->
          route(Step.OTHER, exchange -> consent.show(exchange.request()));
      case "POST /o/oauth2/v2/auth" -> route(Step.OTHER, consent::decide);
      default -> Optional.empty();
    };
  }

  private static Optional<Route> route(Step step, Endpoint endpoint) {
    return Optional.of(new Route(step, endpoint));
  }
}

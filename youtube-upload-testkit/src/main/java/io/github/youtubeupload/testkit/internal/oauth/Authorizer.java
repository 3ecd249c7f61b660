package io.github.youtubeupload.testkit.internal.oauth;

import io.github.youtubeupload.testkit.Grant;
import io.github.youtubeupload.testkit.internal.http.Request;
import io.github.youtubeupload.testkit.internal.refusal.Refusals;
import java.util.Optional;

/** Looks at the {@code Authorization} of a request. */
public final class Authorizer {
  private final Tokens tokens;

  public Authorizer(Tokens tokens) {
    this.tokens = tokens;
  }

  /** Lets in a valid token that has one of the scopes, for an account with a channel. */
  public Access admit(Request request, Scopes scopes) {
    Optional<Grant> grant =
        request
            .headers()
            .first("Authorization")
            .filter(header -> header.startsWith("Bearer "))
            .flatMap(header -> tokens.accessGrant(header.substring(7).trim()));
    if (grant.isEmpty()) {
      return Access.denied(Refusals.badToken());
    } else if (!scopes.areIn(grant.get().scopes())) {
      return Access.denied(Refusals.missingScope());
    } else if (grant.get().channel().equals(Grant.NO_CHANNEL)) {
      return Access.denied(Refusals.noChannel());
    }
    return new Access(grant, Optional.empty());
  }
}

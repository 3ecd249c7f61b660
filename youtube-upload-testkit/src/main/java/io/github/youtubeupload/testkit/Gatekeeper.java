package io.github.youtubeupload.testkit;

import io.github.youtubeupload.testkit.internal.http.Request;
import java.util.Optional;
import java.util.function.Predicate;

/** Looks at the {@code Authorization} of a request. */
final class Gatekeeper {
  private final Tokens tokens;

  Gatekeeper(Tokens tokens) {
    this.tokens = tokens;
  }

  /** Who may come in, or why not: exactly one of the two is there. */
  record Access(Optional<Grant> grant, Optional<Refusal> refusal) {
    static Access denied(Refusal why) {
      return new Access(Optional.empty(), Optional.of(why));
    }
  }

  /** Lets in a valid token whose grant has the right scope, for an account with a channel. */
  Access admit(Request request, Predicate<Grant> scope) {
    Optional<Grant> grant =
        request
            .headers()
            .first("Authorization")
            .filter(header -> header.startsWith("Bearer "))
            .flatMap(header -> tokens.accessGrant(header.substring(7).trim()));
    if (grant.isEmpty()) {
      return Access.denied(Refusals.badToken());
    } else if (!scope.test(grant.get())) {
      return Access.denied(Refusals.missingScope());
    } else if (grant.get().channel().equals(Grant.NO_CHANNEL)) {
      return Access.denied(Refusals.noChannel());
    }
    return new Access(grant, Optional.empty());
  }
}

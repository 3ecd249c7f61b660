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
            .flatMap(header -> credentials("Bearer", header))
            .flatMap(tokens::accessGrant);
    if (grant.isEmpty()) {
      return Access.denied(Refusals.badToken());
    } else if (!scopes.areIn(grant.get().scopes())) {
      return Access.denied(Refusals.missingScope());
    } else if (grant.get().channel().equals(Grant.NO_CHANNEL)) {
      return Access.denied(Refusals.noChannel());
    }
    return new Access(grant, Optional.empty());
  }

  /** What follows the scheme, whose name is the same in upper and lower case (RFC 9110). */
  static Optional<String> credentials(String scheme, String header) {
    String[] words = header.trim().split(" +", 2);
    return words.length == 2 && words[0].equalsIgnoreCase(scheme)
        ? Optional.of(words[1].trim())
        : Optional.empty();
  }
}

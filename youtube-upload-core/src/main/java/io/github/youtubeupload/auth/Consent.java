package io.github.youtubeupload.auth;

import java.util.Set;

/**
 * What a person granted. {@code toString} names the scopes only.
 *
 * @param refreshToken gets access tokens until the consent ends; keep it encrypted
 * @param accessToken works for an hour at most
 * @param scopes what the person really granted, which can be less than was asked for
 */
public record Consent(String refreshToken, String accessToken, Set<String> scopes) {
  /** A consent with its own copy of the scopes. */
  public Consent {
    scopes = Set.copyOf(scopes);
  }

  @Override
  public String toString() {
    return "Consent" + scopes;
  }
}

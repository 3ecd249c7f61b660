package io.github.youtubeupload.examples.backend.account;

import org.jspecify.annotations.Nullable;

/**
 * What is kept of a channel. {@code toString} leaves the tokens out.
 *
 * @param refreshToken from the consent screen; null for one that only ever sent access tokens
 * @param accessToken the newest that the caller sent; null after a sign-in
 */
record Account(
    String id, String title, @Nullable String refreshToken, @Nullable String accessToken) {
  @Override
  public String toString() {
    return "Account[" + id + "]";
  }
}

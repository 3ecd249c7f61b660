package io.github.youtubeupload.testkit.internal.oauth;

/** The one OAuth client that the server knows. */
public record OAuthClient(String id, String secret) {
  /** Without the secret. */
  @Override
  public String toString() {
    return "OAuthClient[" + id + "]";
  }
}

package io.github.youtubeupload.examples.backend.youtube;

import io.github.youtubeupload.auth.ConsentFlow;
import java.net.URI;

/**
 * The OAuth client that people consent to, and where its consent screen and its tokens are. {@code
 * toString} leaves the secret out.
 */
public record OAuthClient(String id, String secret, URI redirectUri, URI consentUri, URI tokenUri) {

  /** The library's view of it. */
  public ConsentFlow flow() {
    return ConsentFlow.of(id, secret, redirectUri).at(consentUri, tokenUri);
  }

  @Override
  public String toString() {
    return "OAuthClient[" + id + "]";
  }
}

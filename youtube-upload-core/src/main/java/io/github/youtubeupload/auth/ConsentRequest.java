package io.github.youtubeupload.auth;

import java.net.URI;

/**
 * What was asked of a person, to be kept until their browser comes back: in its session, or in a
 * cookie that nobody else can read. {@code toString} leaves everything out.
 *
 * @param url where the browser goes
 * @param state proves that the answer belongs to this question
 * @param codeVerifier proves to the token server who asked
 */
public record ConsentRequest(URI url, String state, String codeVerifier) {
  @Override
  public String toString() {
    return "ConsentRequest";
  }
}

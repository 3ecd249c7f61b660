package io.github.youtubeupload;

import com.google.auth.Credentials;
import com.google.auth.Retryable;
import io.github.youtubeupload.internal.concurrent.InterruptibleCalls;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** The {@code Authorization} header of one upload, from whatever credentials the host brought. */
final class RequestAuthorization {
  private final String uploadId;
  private final Credentials credentials;
  private final URI root;
  private final InterruptibleCalls detached;

  RequestAuthorization(
      String uploadId, Credentials credentials, URI root, InterruptibleCalls detached) {
    this.uploadId = uploadId;
    this.credentials = credentials;
    this.root = root;
    this.detached = detached;
  }

  /**
   * The header's value. The credentials refresh a token that is about to expire here, before a
   * request and not in the middle of one.
   *
   * @throws IOException if the token server cannot be reached for now
   * @throws AuthorizationException if there is no token to be had
   */
  String header() throws IOException {
    Map<String, List<String>> headers = asking(() -> credentials.getRequestMetadata(root));
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase("Authorization"))
        .flatMap(header -> header.getValue().stream())
        .findFirst()
        .map(this::printable)
        .orElseThrow(() -> failed("the credentials hold no access token", null));
  }

  /** Further down it would be refused with a message that quotes it. */
  private String printable(String header) {
    if (header.chars().anyMatch(c -> c < ' ' || c > '~')) {
      throw failed(
          "the access token holds a line break or another character that is in no token; strip it",
          null);
    }
    return header;
  }

  /** Gets a new token although the old one has not expired; fails as {@link #header} does. */
  void refresh() throws IOException {
    asking(
        () -> {
          credentials.refresh();
          return uploadId;
        });
  }

  private <T> T asking(Callable<T> question) throws IOException {
    try {
      return detached.call(question);
    } catch (IllegalStateException | UnsupportedOperationException e) {
      throw failed(
          "the access token has expired or is not valid, and there is no refresh token to get"
              + " another",
          e);
    } catch (IOException e) {
      if (e instanceof Retryable retryable && !retryable.isRetryable()) {
        throw failed(
            "Google gives no access token any more (revoked, expired or never granted): let the"
                + " user consent again",
            e);
      }
      throw e;
    }
  }

  private AuthorizationException failed(String why, @Nullable Throwable cause) {
    return new AuthorizationException(uploadId, why, cause);
  }
}

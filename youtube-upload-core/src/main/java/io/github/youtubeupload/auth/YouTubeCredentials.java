package io.github.youtubeupload.auth;

import com.google.auth.Credentials;
import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.OAuth2Credentials;
import com.google.auth.oauth2.UserCredentials;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes credentials from what a user has at hand. Any other {@link Credentials} of
 * google-auth-library will do as well, service accounts excepted: YouTube has no channel for them.
 */
public final class YouTubeCredentials {
  static final URI GOOGLE_TOKENS = URI.create("https://oauth2.googleapis.com/token");

  private YouTubeCredentials() {}

  /**
   * A bare access token. It works for an hour at most, and cannot be renewed.
   *
   * @throws IllegalArgumentException if it is empty or holds white space, a line break at its end
   *     included
   */
  public static Credentials accessToken(String token) {
    if (token.isEmpty() || token.chars().anyMatch(c -> c <= ' ' || c > '~')) {
      throw new IllegalArgumentException(
          "The access token is empty, or holds white space or another character that is in no"
              + " token; strip it");
    }
    return OAuth2Credentials.create(AccessToken.newBuilder().setTokenValue(token).build());
  }

  /**
   * A refresh token, which gets access tokens by itself for as long as the user's consent lasts.
   */
  public static Credentials refreshToken(String clientId, String clientSecret, String token) {
    return refreshToken(clientId, clientSecret, token, GOOGLE_TOKENS);
  }

  /** The same with another token server, for tests. */
  public static Credentials refreshToken(
      String clientId, String clientSecret, String token, URI tokenServer) {
    return UserCredentials.newBuilder()
        .setClientId(clientId)
        .setClientSecret(clientSecret)
        .setRefreshToken(token)
        .setTokenServerUri(tokenServer)
        .build();
  }

  /**
   * From {@code GOOGLE_CLIENT_ID}, {@code GOOGLE_CLIENT_SECRET} and {@code GOOGLE_REFRESH_TOKEN},
   * or from {@code GOOGLE_ACCESS_TOKEN}; empty if none of them is set.
   *
   * @param environment such as {@link System#getenv()}
   * @throws IllegalArgumentException if there is a refresh token without its client, naming what is
   *     missing
   */
  public static Optional<Credentials> fromEnvironment(Map<String, String> environment) {
    String refreshToken = value(environment, "GOOGLE_REFRESH_TOKEN");
    String accessToken = value(environment, "GOOGLE_ACCESS_TOKEN");
    if (refreshToken != null) {
      return Optional.of(
          refreshToken(
              required(environment, "GOOGLE_CLIENT_ID"),
              required(environment, "GOOGLE_CLIENT_SECRET"),
              refreshToken));
    }
    return Optional.ofNullable(accessToken).map(YouTubeCredentials::accessToken);
  }

  private static String required(Map<String, String> environment, String name) {
    String value = value(environment, name);
    if (value == null) {
      throw new IllegalArgumentException(name + " is not set, but GOOGLE_REFRESH_TOKEN needs it");
    }
    return value;
  }

  private static @Nullable String value(Map<String, String> environment, String name) {
    String value = environment.get(name);
    return value == null || value.isBlank() ? null : value;
  }
}

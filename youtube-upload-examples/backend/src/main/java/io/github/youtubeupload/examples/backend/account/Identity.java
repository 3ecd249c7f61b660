package io.github.youtubeupload.examples.backend.account;

import io.github.youtubeupload.examples.backend.web.ApiException;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells who sent a request: by {@code Authorization: Bearer}, else by the session cookie. */
@Component
public final class Identity {
  static final String SESSION = "session";
  private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

  private final BearerTokens tokens;
  private final SealedCookie cookies;
  private final Accounts accounts;

  Identity(BearerTokens tokens, SealedCookie cookies, Accounts accounts) {
    this.tokens = tokens;
    this.cookies = cookies;
    this.accounts = accounts;
  }

  /** Whoever it is. */
  public Optional<Owner> find(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    if (header == null) {
      return bySession(request);
    }
    if (!header.regionMatches(true, 0, "Bearer ", 0, 7) || header.substring(7).isBlank()) {
      throw ApiException.unauthorized("Send the access token as: Authorization: Bearer TOKEN");
    }
    return Optional.of(tokens.owner(header.substring(7).strip()));
  }

  /** Whoever it is, or 401. */
  public Owner require(HttpServletRequest request) {
    return find(request)
        .orElseThrow(
            () ->
                ApiException.unauthorized(
                    "Sign in at /api/youtube/auth, or send Authorization: Bearer TOKEN"));
  }

  /** The owner of an access token that came in a body. */
  public Owner ofToken(String accessToken) {
    return tokens.owner(accessToken.strip());
  }

  private Optional<Owner> bySession(HttpServletRequest request) {
    Optional<Account> account = cookies.read(request, SESSION).flatMap(accounts::find);
    if (account.isPresent()
        && !HARMLESS.contains(request.getMethod())
        && isFromElsewhere(request)) {
      throw ApiException.forbidden(
          "foreign_origin", "This page may not act for the signed-in user");
    }
    return account.map(found -> new Owner(found.id(), found.title(), true));
  }

  /** A browser says where a request that changes something comes from. */
  private static boolean isFromElsewhere(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return !site.equals("same-origin") && !site.equals("none");
    }
    String origin = request.getHeader("Origin");
    return origin != null
        && !authority(origin).equals(Optional.ofNullable(request.getHeader("Host")));
  }

  private static Optional<String> authority(String origin) {
    try {
      return Optional.ofNullable(URI.create(origin).getRawAuthority());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}

package io.github.youtubeupload.examples.backend.account;

import io.github.youtubeupload.examples.backend.settings.BackendSettings;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Keeps people signed in, over restarts too: the cookie holds a random name, and what it stands for
 * is here. So a sign-out ends a session, wherever its cookie has got to.
 */
@Component
final class SignedInSessions implements SecurityContextRepository {
  static final String COOKIE = "session";

  private final SessionFiles files;
  private final Accounts accounts;
  private final boolean secure;

  SignedInSessions(SessionFiles files, Accounts accounts, BackendSettings settings) {
    this.files = files;
    this.accounts = accounts;
    this.secure = settings.secure();
  }

  @Override
  @SuppressWarnings("deprecation") // the only way in, until the interface loses it
  public SecurityContext loadContext(HttpRequestResponseHolder exchange) {
    return owner(exchange.getRequest())
        .map(owner -> new OAuth2AuthenticationToken(owner, owner.getAuthorities(), "youtube"))
        .<SecurityContext>map(SecurityContextImpl::new)
        .orElseGet(SecurityContextHolder::createEmptyContext);
  }

  @Override
  public boolean containsContext(HttpServletRequest request) {
    return owner(request).isPresent();
  }

  @Override
  public void saveContext(
      SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
    session(request).ifPresent(files::end);
    Authentication who = context.getAuthentication();
    if (who == null || who instanceof AnonymousAuthenticationToken) {
      setCookie(response, "", Duration.ZERO);
    } else {
      setCookie(response, files.begin(who.getName()), SessionFiles.LONGEST);
    }
  }

  private Optional<Owner> owner(HttpServletRequest request) {
    return session(request)
        .flatMap(files::account)
        .flatMap(accounts::find)
        .map(account -> new Owner(account.id(), account.title()));
  }

  private static Optional<String> session(HttpServletRequest request) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Stream::of)
        .filter(cookie -> cookie.getName().equals(COOKIE))
        .map(Cookie::getValue)
        .findFirst();
  }

  private void setCookie(HttpServletResponse response, String value, Duration lifetime) {
    ResponseCookie cookie =
        ResponseCookie.from(COOKIE, value)
            .httpOnly(true)
            .secure(secure)
            .sameSite("Lax")
            .path("/")
            .maxAge(lifetime)
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }
}

package io.github.youtubeupload.examples.backend.account;

import io.github.youtubeupload.examples.backend.web.ApiException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what a page from elsewhere sends in the name of a signed-in person. A browser says where
 * a request comes from, so the page needs no token against forgery; a request with an access token
 * is nobody's but its sender's.
 */
final class CrossSiteFilter extends OncePerRequestFilter {
  private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

  private final RefusalWriter refusals;

  CrossSiteFilter(RefusalWriter refusals) {
    this.refusals = refusals;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return HARMLESS.contains(request.getMethod())
        || request.getCookies() == null
        || request.getHeader("Authorization") != null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isFromElsewhere(request)) {
      refusals.write(
          ApiException.forbidden("foreign_origin", "This page may not act for the signed-in user"),
          response);
    } else {
      chain.doFilter(request, response);
    }
  }

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

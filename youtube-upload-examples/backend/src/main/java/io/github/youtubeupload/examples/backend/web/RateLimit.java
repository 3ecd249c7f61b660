package io.github.youtubeupload.examples.backend.web;

import io.github.youtubeupload.examples.backend.settings.BackendSettings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * So many requests a minute from one address. Behind a proxy that is the proxy's, unless {@code
 * SERVER_FORWARD_HEADERS_STRATEGY} tells Spring to believe it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
final class RateLimit extends OncePerRequestFilter {
  private final Clock clock;
  private final int perMinute;
  private final Map<String, Integer> counts = new ConcurrentHashMap<>();
  private long minute;

  RateLimit(Clock clock, BackendSettings settings) {
    this.clock = clock;
    this.perMinute = settings.limits().requestsPerMinute();
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getServletPath().startsWith("/api/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (count(request.getRemoteAddr()) <= perMinute) {
      chain.doFilter(request, response);
      return;
    }
    response.setStatus(429);
    response.setHeader("Retry-After", Long.toString(60 - clock.instant().getEpochSecond() % 60));
    response.setContentType("application/json");
    response
        .getWriter()
        .write(
            "{\"detail\":{\"code\":\"rate_limited\",\"message\":\"Too many requests; wait as long"
                + " as Retry-After says\"}}");
  }

  /** Requests of this address in this minute. The table starts anew with each minute. */
  private synchronized int count(String address) {
    long now = clock.instant().getEpochSecond() / 60;
    if (now != minute) {
      minute = now;
      counts.clear();
    }
    return counts.merge(address, 1, Integer::sum);
  }
}

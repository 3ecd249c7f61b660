package io.github.youtubeupload.examples.backend.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * So many requests a minute from one address. Behind a proxy that is the proxy's, unless {@code
 * SERVER_FORWARD_HEADERS_STRATEGY} tells Spring to believe it.
 */
public final class RateLimitFilter extends OncePerRequestFilter {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final LoadingCache<String, Bucket> buckets;

  /** With a bucket of its own for each address, full after a minute of silence. */
  public RateLimitFilter(int perMinute) {
    this.buckets =
        Caffeine.newBuilder()
            .expireAfterAccess(MINUTE)
            .maximumSize(100_000)
            .build(
                address ->
                    Bucket.builder()
                        .addLimit(
                            limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
                        .build());
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getServletPath().startsWith("/api/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ConsumptionProbe asked = buckets.get(request.getRemoteAddr()).tryConsumeAndReturnRemaining(1);
    if (asked.isConsumed()) {
      chain.doFilter(request, response);
    } else {
      ApiException.later(
              HttpStatus.TOO_MANY_REQUESTS,
              "rate_limited",
              "Too many requests; wait as long as Retry-After says",
              Duration.ofNanos(asked.getNanosToWaitForRefill()))
          .writeTo(response);
    }
  }
}

package io.github.youtubeupload.examples.backend.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * How many bodies may be on their way at one time: of one sender, so that others get their turn,
 * and in all, so that threads are left for what has no body, health before all. A slow body holds a
 * thread for as long as it takes.
 */
public final class ReceivingLimitFilter extends OncePerRequestFilter {
  private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");
  private static final int OF_ONE = 16;

  /** Tomcat has 200 threads. */
  private static final int OF_ALL = 150;

  private final Map<String, Integer> receiving = new HashMap<>();
  private int all;

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    boolean empty =
        request.getContentLengthLong() <= 0 && request.getHeader("Transfer-Encoding") == null;
    return empty || !WITH_BODY.contains(request.getMethod());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String sender =
        Optional.ofNullable(request.getUserPrincipal())
            .map(Principal::getName)
            .orElseGet(request::getRemoteAddr);
    if (!begin(sender)) {
      UnreadBodies.drop(request);
      ApiException.later(
              HttpStatus.TOO_MANY_REQUESTS,
              "too_many_posts",
              "Too many files are on their way at once; send this one when another has arrived",
              Duration.ofSeconds(10))
          .writeTo(response);
      return;
    }
    try {
      chain.doFilter(request, response);
    } finally {
      end(sender);
    }
  }

  private synchronized boolean begin(String sender) {
    int own = receiving.getOrDefault(sender, 0);
    if (own >= OF_ONE || all >= OF_ALL) {
      return false;
    }
    receiving.put(sender, own + 1);
    all++;
    return true;
  }

  private synchronized void end(String sender) {
    receiving.computeIfPresent(sender, (key, own) -> own == 1 ? null : own - 1);
    all--;
  }
}

package io.github.youtubeupload.examples.backend.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Hides the query that the consent screen sends the browser back with: Spring logs queries at
 * DEBUG, and this one holds the authorization code.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class HiddenAnswer extends OncePerRequestFilter {
  private static final String HIDDEN = HiddenAnswer.class.getName();

  /**
   * What the query says. The request's own parameters would make Tomcat receive a form, of any size
   * and from anybody. What cannot be read is left out.
   */
  static Map<String, String> of(HttpServletRequest request) {
    Map<String, String> answer = new LinkedHashMap<>();
    for (String pair : String.valueOf(request.getAttribute(HIDDEN)).split("&", -1)) {
      String[] parts = pair.split("=", 2);
      if (parts.length == 2) {
        try {
          answer.putIfAbsent(decoded(parts[0]), decoded(parts[1]));
        } catch (IllegalArgumentException e) {
          // a parameter that is broken is as good as none
        }
      }
    }
    return answer;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getServletPath().endsWith("/callback");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    request.setAttribute(HIDDEN, request.getQueryString());
    chain.doFilter(new Silent(request), response);
  }

  /** A request without query and parameters, however it is asked. */
  private static final class Silent extends HttpServletRequestWrapper {
    Silent(HttpServletRequest request) {
      super(request);
    }

    @Override
    public @Nullable String getQueryString() {
      return null;
    }

    @Override
    public @Nullable String getParameter(String name) {
      return null;
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
      return null;
    }

    @Override
    public Enumeration<String> getParameterNames() {
      return Collections.emptyEnumeration();
    }

    @Override
    public Map<String, String[]> getParameterMap() {
      return Map.of();
    }
  }
}

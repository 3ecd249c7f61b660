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
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Hides the query that the consent screen sends the browser back with, but for its parameters:
 * Spring logs queries at DEBUG, and this one holds the authorization code. The request's own
 * parameters would make Tomcat receive a form, of any size and from anybody.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class CallbackFilter extends OncePerRequestFilter {

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getServletPath().equals(SignIn.CALLBACK);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(new WithoutQuery(request), response);
  }

  /** The parameters of a query. What cannot be read is left out. */
  private static Map<String, String[]> parameters(@Nullable String query) {
    Map<String, String[]> parameters = new HashMap<>();
    for (String pair : String.valueOf(query).split("&", -1)) {
      String[] parts = pair.split("=", 2);
      if (parts.length == 2) {
        try {
          parameters.putIfAbsent(decoded(parts[0]), new String[] {decoded(parts[1])});
        } catch (IllegalArgumentException e) {
          // a parameter that is broken is as good as none
        }
      }
    }
    return parameters;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static final class WithoutQuery extends HttpServletRequestWrapper {
    private final Map<String, String[]> parameters;

    WithoutQuery(HttpServletRequest request) {
      super(request);
      this.parameters = parameters(request.getQueryString());
    }

    @Override
    public @Nullable String getQueryString() {
      return null;
    }

    @Override
    public @Nullable String getParameter(String name) {
      String[] values = parameters.get(name);
      return values == null ? null : values[0];
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
      return parameters.get(name);
    }

    @Override
    public Enumeration<String> getParameterNames() {
      return Collections.enumeration(parameters.keySet());
    }

    @Override
    public Map<String, String[]> getParameterMap() {
      return parameters;
    }
  }
}

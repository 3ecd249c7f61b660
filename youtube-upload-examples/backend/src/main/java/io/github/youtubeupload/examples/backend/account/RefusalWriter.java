package io.github.youtubeupload.examples.backend.account;

import io.github.youtubeupload.examples.backend.web.ApiException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/** What those are told whom the security chain does not let pass: the API's JSON. */
@Component
final class RefusalWriter implements AuthenticationEntryPoint {
  private static final String HOW =
      "Sign in at /api/youtube/auth, or send the access token as: Authorization: Bearer TOKEN";

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
      throws IOException {
    write(
        e instanceof RefusedAuthentication refused
            ? refused.refusal()
            : ApiException.unauthorized(HOW),
        response);
  }

  void write(ApiException refusal, HttpServletResponse response) throws IOException {
    refusal.writeTo(response);
  }
}

package io.github.youtubeupload.examples.backend.account;

import io.github.youtubeupload.examples.backend.web.ApiException;
import org.springframework.security.core.AuthenticationException;

/** Somebody is not let in, for a reason that the API tells in its own words. */
final class RefusedAuthentication extends AuthenticationException {
  private static final long serialVersionUID = 1L;

  private final ApiException refusal;

  RefusedAuthentication(ApiException refusal) {
    super(refusal.getMessage(), refusal);
    this.refusal = refusal;
  }

  ApiException refusal() {
    return refusal;
  }
}

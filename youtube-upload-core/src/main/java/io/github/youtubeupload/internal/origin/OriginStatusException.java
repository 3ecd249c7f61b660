package io.github.youtubeupload.internal.origin;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;

/** The origin answered with a status that carries no content. */
public final class OriginStatusException extends IOException {
  private static final long serialVersionUID = 1L;
  private static final Set<Integer> PASSING = Set.of(408, 425, 429, 500, 502, 503, 504);

  /** How stores answer an expired signature: Azure and S3 403, Google Cloud Storage 400. */
  private static final Set<Integer> EXPIRED = Set.of(400, 401, 403, 404, 410);

  private final int status;
  private final Duration retryAfter;

  public OriginStatusException(int status, Duration retryAfter, String message) {
    super(message);
    this.status = status;
    this.retryAfter = retryAfter;
  }

  public boolean willPass() {
    return PASSING.contains(status);
  }

  public boolean mayHaveExpired() {
    return EXPIRED.contains(status);
  }

  public Duration retryAfter() {
    return retryAfter;
  }
}

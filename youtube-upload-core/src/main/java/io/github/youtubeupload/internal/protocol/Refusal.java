package io.github.youtubeupload.internal.protocol;

import java.time.Duration;
import java.util.Optional;

/**
 * An error answer, as far as it could be read.
 *
 * @param status the HTTP status
 * @param reason Google's reason such as {@code quotaExceeded}; empty if the body holds none
 * @param message Google's message for people; empty if the body holds none
 * @param daily whether it names a daily limit
 * @param field the metadata field it is about; empty if none is named
 * @param retryAfter how long the server asks to wait
 */
public record Refusal(
    int status,
    String reason,
    String message,
    boolean daily,
    String field,
    Optional<Duration> retryAfter) {

  @Override
  public String toString() {
    return "HTTP "
        + status
        + (reason.isEmpty() ? "" : " " + reason)
        + (message.isEmpty() ? "" : " (" + message + ")");
  }
}

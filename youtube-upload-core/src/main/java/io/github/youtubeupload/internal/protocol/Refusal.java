package io.github.youtubeupload.internal.protocol;

import java.time.Duration;
import java.util.Optional;

/**
 * An error answer, as far as it could be read.
 *
 * @param status the HTTP status
 * @param speaker whose word the body is
 * @param reason Google's reason such as {@code quotaExceeded}; empty if the body holds none
 * @param message Google's message for people; empty if the body holds none
 * @param daily whether it names a daily limit
 * @param field the metadata field it is about; empty if none is named
 * @param retryAfter how long the server asks to wait
 */
public record Refusal(
    int status,
    Speaker speaker,
    String reason,
    String message,
    boolean daily,
    String field,
    Optional<Duration> retryAfter) {

  /** Whose word a body is. */
  public enum Speaker {
    /** It holds an error of the shape of Google's APIs. */
    GOOGLE,
    /** There is no body. */
    NOBODY,
    /** Text or a page: of one of Google's front ends, or of a proxy or portal on the way. */
    UNKNOWN
  }

  @Override
  public String toString() {
    return "HTTP "
        + status
        + (speaker == Speaker.GOOGLE ? "" : " without an error of Google's API")
        + (reason.isEmpty() ? "" : " " + reason)
        + (message.isEmpty() ? "" : " (" + message + ")");
  }
}

package io.github.youtubeupload.metadata;

import java.io.Serializable;

/**
 * One thing that is wrong with a request.
 *
 * @param field the field in YouTube's own spelling, such as {@code snippet.title}
 * @param reason YouTube's reason, such as {@code invalidTitle}
 * @param message the limit, what was found, and what to do
 */
public record Violation(String field, String reason, String message) implements Serializable {
  @Override
  public String toString() {
    return field + ": " + message;
  }
}

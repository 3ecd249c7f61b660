package io.github.youtubeupload.internal.http;

import java.util.List;
import java.util.Locale;

/**
 * The head of an answer, whole and well formed.
 *
 * @param minorVersion of HTTP/1.x: 0 or 1
 * @param status 100 to 599
 * @param reason what stands behind the status; may be empty
 * @param fields in the order received
 */
public record AnswerHead(int minorVersion, int status, String reason, List<Field> fields) {

  /** A line of the head; the value has no white space around it. */
  public record Field(String name, String value) {}

  /** All values of a header, in the order received. */
  public List<String> values(String name) {
    return fields.stream()
        .filter(field -> field.name().equalsIgnoreCase(name))
        .map(Field::value)
        .toList();
  }

  /** Whether it only says that the answer is yet to come. */
  public boolean isInterim() {
    return status < 200;
  }

  /** Whether the server means to answer another request on the same connection. */
  public boolean keepsConnection() {
    return minorVersion == 1
        && values("Connection").stream()
            .noneMatch(value -> value.toLowerCase(Locale.ROOT).contains("close"));
  }
}

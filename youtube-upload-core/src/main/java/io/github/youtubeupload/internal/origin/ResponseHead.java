package io.github.youtubeupload.internal.origin;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Status and headers of an answer.
 *
 * @param status 100 to 999
 * @param reason what stands behind the status; may be empty
 * @param headers by lower-case name, in the order received
 */
public record ResponseHead(int status, String reason, Map<String, List<String>> headers) {

  /** The only value of a header, or all of them as one list; empty if there is none. */
  public Optional<String> header(String name) {
    List<String> values = headers.get(name.toLowerCase(Locale.ROOT));
    return values == null ? Optional.empty() : Optional.of(String.join(", ", values));
  }
}

package io.github.youtubeupload.testkit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A request and what became of it. It is recorded just before its answer goes out, so whoever has
 * the answer finds the record.
 *
 * @param number 1 for the first request recorded, and so on
 * @param step what it was for
 * @param method HTTP method
 * @param target path and query as they arrived, secrets included
 * @param headers by name in any case, secrets included
 * @param bodyBytes bytes of body that the server took
 * @param status the status answered; empty if the connection was cut or stalled instead
 * @param fault the fault that struck it
 */
public record RecordedRequest(
    long number,
    Step step,
    String method,
    String target,
    Map<String, List<String>> headers,
    long bodyBytes,
    OptionalInt status,
    Optional<Fault> fault) {
  /** The first value of a header. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name)).map(values -> values.get(0));
  }

  /** One line without secrets: no header, no session id. */
  @Override
  public String toString() {
    String outcome = status.isPresent() ? String.valueOf(status.getAsInt()) : "cut";
    return "#%s %s %s %s, %s bytes -> %s%s"
        .formatted(
            number,
            step,
            method,
            target.replaceAll("(upload_id|access_token|key|code)=[^&]*", "$1=…"),
            bodyBytes,
            outcome,
            fault.map(f -> " (" + f + ")").orElse(""));
  }
}

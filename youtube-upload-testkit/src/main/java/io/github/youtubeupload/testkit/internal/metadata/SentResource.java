package io.github.youtubeupload.testkit.internal.metadata;

import io.github.youtubeupload.testkit.internal.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A resource that a client sent.
 *
 * @param json the text as it arrived
 * @param root the same as values
 */
public record SentResource(String json, Map<String, Object> root) {
  public static SentResource none() {
    return new SentResource("{}", Json.object());
  }

  /** Reads the text; empty if it is no JSON object. */
  @SuppressWarnings("unchecked") // every map the reader makes has strings as keys
  public static Optional<SentResource> parse(String json) {
    try {
      return Json.read(json.isBlank() ? "{}" : json) instanceof Map<?, ?> root
          ? Optional.of(new SentResource(json, (Map<String, Object>) root))
          : Optional.empty();
    } catch (IllegalArgumentException notJson) {
      return Optional.empty();
    }
  }

  /** An object in the resource, empty if it is missing or something else. */
  @SuppressWarnings("unchecked") // every map the reader makes has strings as keys
  public Map<String, Object> object(String name) {
    return root.get(name) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }

  /** The parts that are there, without what is no part. */
  public Set<String> parts() {
    Set<String> parts = new TreeSet<>(root.keySet());
    parts.removeAll(Set.of("id", "kind", "etag"));
    return parts;
  }

  /** A field; {@code null} is as good as left out. */
  public Optional<Object> value(String part, String field) {
    return Optional.ofNullable(object(part).get(field)).filter(value -> value != Json.NULL);
  }

  public String text(String part, String field) {
    return value(part, field).map(Object::toString).orElse("");
  }

  public String title() {
    return text("snippet", "title");
  }

  public List<String> tags() {
    return value("snippet", "tags").orElse(List.of()) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  /** What the video gets: since November 2026 public, if the client does not say. */
  public String privacyStatus() {
    String said = text("status", "privacyStatus");
    return said.isEmpty() ? "public" : said;
  }
}

package io.github.youtubeupload.testkit.internal.metadata;

import io.github.youtubeupload.testkit.internal.http.Request;
import io.github.youtubeupload.testkit.internal.refusal.Refusal;
import io.github.youtubeupload.testkit.internal.refusal.Refusals;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The parameter {@code part}. */
public final class Parts {
  private Parts() {}

  /** The parts that a request names, sorted. */
  public static Set<String> of(Request request) {
    return of(request.query());
  }

  static Set<String> of(Map<String, String> query) {
    Set<String> parts = new TreeSet<>();
    for (String part : query.getOrDefault("part", "").split("[, ]", -1)) {
      if (!part.isBlank()) {
        parts.add(part.trim());
      }
    }
    return parts;
  }

  /** The refusal of a request whose parts are missing, unknown or not those that it sends. */
  public static Optional<Refusal> refusal(
      Set<String> named, Set<String> known, SentResource resource) {
    Set<String> unknown = new TreeSet<>(named);
    unknown.removeAll(known);
    if (named.isEmpty()) {
      return Optional.of(Refusals.required("part"));
    } else if (!unknown.isEmpty()) {
      return Optional.of(
          Refusal.of(400, "youtube.part", "unknownPart", "Unknown part: " + unknown));
    } else if (!named.containsAll(resource.parts())) {
      return Optional.of(
          Refusal.of(
              400,
              "youtube.part",
              "unexpectedPart",
              "The part parameter does not name all parts of the resource: " + named));
    }
    return Optional.empty();
  }
}

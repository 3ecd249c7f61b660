package io.github.youtubeupload.testkit.internal.metadata;

import io.github.youtubeupload.testkit.internal.http.Request;
import java.util.Set;
import java.util.TreeSet;

/** The parameter {@code part}. */
public final class Parts {
  private Parts() {}

  /** The parts that a request names, sorted. */
  public static Set<String> of(Request request) {
    Set<String> parts = new TreeSet<>();
    for (String part : request.query("part").orElse("").split("[, ]", -1)) {
      if (!part.isBlank()) {
        parts.add(part.trim());
      }
    }
    return parts;
  }
}

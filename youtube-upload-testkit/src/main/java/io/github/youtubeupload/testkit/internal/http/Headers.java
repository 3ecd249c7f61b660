package io.github.youtubeupload.testkit.internal.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Header fields by name, in any case. */
public final class Headers {
  private final TreeMap<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  /** Adds one more field of this name. */
  public Headers add(String name, String value) {
    fields.computeIfAbsent(name, unused -> new ArrayList<>(1)).add(value);
    return this;
  }

  /** The first value of this name. */
  public Optional<String> first(String name) {
    return Optional.ofNullable(fields.get(name)).map(values -> values.get(0));
  }

  /** True if some field of this name lists {@code token}. */
  public boolean lists(String name, String token) {
    for (String value : fields.getOrDefault(name, List.of())) {
      for (String part : value.split(",", -1)) {
        if (part.trim().equalsIgnoreCase(token)) {
          return true;
        }
      }
    }
    return false;
  }

  /** All fields; looks names up in any case. */
  public Map<String, List<String>> asMap() {
    return Collections.unmodifiableMap(fields);
  }
}

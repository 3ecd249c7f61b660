package io.github.youtubeupload.examples.backend.resumable;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** Which parts are whose, so that one owner's list does not read everybody's. Thread-safe. */
final class PartIndex {
  private final Map<String, Set<String>> ids = new ConcurrentHashMap<>();

  void add(String owner, String id) {
    ids.computeIfAbsent(owner, none -> new ConcurrentSkipListSet<>()).add(id);
  }

  void remove(String owner, String id) {
    ids.computeIfPresent(
        owner,
        (key, all) -> {
          all.remove(id);
          return all.isEmpty() ? null : all;
        });
  }

  List<String> of(String owner) {
    return List.copyOf(ids.getOrDefault(owner, Set.of()));
  }
}

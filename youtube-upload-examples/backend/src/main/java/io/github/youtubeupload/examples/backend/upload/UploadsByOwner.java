package io.github.youtubeupload.examples.backend.upload;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Which uploads are whose, so that the history of one owner does not read the journal of all. Only
 * in memory: the journal is read once at start, and no other process adds to it. Thread-safe.
 */
@Component
final class UploadsByOwner {
  private final Map<String, Deque<String>> newestFirst = new HashMap<>();

  synchronized void add(String account, String uploadId) {
    newestFirst.computeIfAbsent(account, none -> new ArrayDeque<>()).addFirst(uploadId);
  }

  synchronized List<String> newest(String account, int most) {
    return newestFirst.getOrDefault(account, new ArrayDeque<>()).stream().limit(most).toList();
  }
}

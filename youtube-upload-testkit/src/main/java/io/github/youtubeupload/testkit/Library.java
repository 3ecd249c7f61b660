package io.github.youtubeupload.testkit;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** All videos that were uploaded completely and not deleted. Thread-safe. */
final class Library {
  private final Clock clock;
  private final Map<String, StoredVideo> videos = new LinkedHashMap<>();

  Library(Clock clock) {
    this.clock = clock;
  }

  synchronized StoredVideo add(Session.Opening opening, StoredBytes bytes) {
    StoredVideo video = new StoredVideo(Secrets.videoId(), opening, clock, bytes);
    videos.put(video.id(), video);
    notifyAll();
    return video;
  }

  synchronized Optional<StoredVideo> find(String id) {
    return Optional.ofNullable(videos.get(id));
  }

  /** Waits until there are so many videos; false if the time is over first. */
  synchronized boolean await(int count, long nanos) throws InterruptedException {
    Waiting.on(this, () -> videos.size() >= count, nanos);
    return videos.size() >= count;
  }

  synchronized void delete(StoredVideo video) throws IOException {
    videos.remove(video.id());
    video.bytes().delete();
  }

  /** The videos of a channel, newest first, as its uploads playlist has them. */
  synchronized List<StoredVideo> ofChannel(String channel) {
    List<StoredVideo> found = new ArrayList<>();
    for (StoredVideo video : videos.values()) {
      if (video.opening().grant().channel().equals(channel)) {
        found.add(0, video);
      }
    }
    return found;
  }

  /** How many videos the channel has got in the last 24 hours. */
  long countOfLastDay(String channel) {
    Instant dayAgo = clock.instant().minus(Duration.ofHours(24));
    return ofChannel(channel).stream().filter(v -> v.uploadedAt().isAfter(dayAgo)).count();
  }

  synchronized List<FakeVideo> views() {
    return videos.values().stream().map(StoredVideo::view).toList();
  }

  /** Videos that are the same upload come twice: all but the first of each. */
  List<FakeVideo> doubles() {
    record Same(String channel, String sha256, long size, String title, List<String> tags) {}
    return views().stream()
        .collect(
            Collectors.groupingBy(
                v -> new Same(v.channelId(), v.sha256(), v.size(), v.title(), v.tags()),
                LinkedHashMap::new,
                Collectors.toList()))
        .values()
        .stream()
        .flatMap(same -> same.stream().skip(1))
        .toList();
  }
}

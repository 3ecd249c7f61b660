package io.github.youtubeupload.testkit.internal.video;

import io.github.youtubeupload.testkit.FakeVideo;
import io.github.youtubeupload.testkit.internal.concurrent.TimedWait;
import io.github.youtubeupload.testkit.internal.id.RandomIds;
import io.github.youtubeupload.testkit.internal.metadata.UploadRequest;
import io.github.youtubeupload.testkit.internal.storage.StoredBytes;
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
public final class VideoStore {
  private final Clock clock;
  private final Map<String, StoredVideo> videos = new LinkedHashMap<>();

  public VideoStore(Clock clock) {
    this.clock = clock;
  }

  public synchronized StoredVideo add(UploadRequest request, long session, StoredBytes bytes) {
    StoredVideo video = new StoredVideo(RandomIds.videoId(), request, session, clock, bytes);
    videos.put(video.id(), video);
    notifyAll();
    return video;
  }

  public synchronized Optional<StoredVideo> find(String id) {
    return Optional.ofNullable(videos.get(id));
  }

  /** Waits until there are so many videos; false if the time is over first. */
  public synchronized boolean await(int count, long nanos) throws InterruptedException {
    TimedWait.on(this, () -> videos.size() >= count, nanos);
    return videos.size() >= count;
  }

  public synchronized void delete(StoredVideo video) throws IOException {
    videos.remove(video.id());
    video.bytes().delete();
  }

  /** The videos of a channel, newest first, as its uploads playlist has them. */
  public synchronized List<StoredVideo> ofChannel(String channel) {
    List<StoredVideo> found = new ArrayList<>();
    for (StoredVideo video : videos.values()) {
      if (video.channel().equals(channel)) {
        found.add(0, video);
      }
    }
    return found;
  }

  /** How many videos the channel has got in the last 24 hours. */
  public long countOfLastDay(String channel) {
    Instant dayAgo = clock.instant().minus(Duration.ofHours(24));
    return ofChannel(channel).stream().filter(v -> v.uploadedAt().isAfter(dayAgo)).count();
  }

  public synchronized List<FakeVideo> views() {
    return videos.values().stream().map(StoredVideo::view).toList();
  }

  /** Videos that are the same upload come twice: all but the first of each. */
  public List<FakeVideo> doubles() {
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

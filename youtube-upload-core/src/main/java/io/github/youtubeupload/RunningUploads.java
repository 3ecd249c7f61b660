package io.github.youtubeupload;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The uploads of a client that are queued or running, each of them once. Thread-safe; holds no lock
 * while anybody else's code runs.
 */
final class RunningUploads {
  /** One place for each id: with its upload, or still empty while a thread is starting it. */
  private static final class Place {
    final CompletableFuture<@Nullable UploadTask> started = new CompletableFuture<>();

    Optional<UploadTask> await() {
      return Optional.ofNullable(started.join());
    }
  }

  private final Map<String, Place> places = new ConcurrentHashMap<>();

  /**
   * The upload of this id that can be joined. If there is none, the caller has the id for itself,
   * and must call {@link #started} or {@link #abandoned}. Waits while another thread starts it, and
   * while one that was stopped comes to its end.
   *
   * @throws IllegalStateException if this thread is in the listener of the upload that must end
   * @throws ConflictException if that takes too long
   */
  Optional<UploadTask> joinOrBegin(String uploadId) {
    while (true) {
      Place other = places.putIfAbsent(uploadId, new Place());
      if (other == null) {
        return Optional.empty();
      }
      Optional<UploadTask> task = other.await();
      if (task.isPresent() && !task.get().isEnding()) {
        return task;
      }
      task.ifPresent(UploadTask::awaitReleased);
    }
  }

  void started(UploadTask task) {
    place(task.uploadId()).started.complete(task);
  }

  /** Leaves the id to others. */
  void abandoned(String uploadId) {
    Place place = place(uploadId);
    places.remove(uploadId);
    place.started.complete(null);
  }

  private Place place(String uploadId) {
    Place place = places.get(uploadId);
    if (place == null) {
      throw new IllegalStateException("Upload " + uploadId + " was not begun");
    }
    return place;
  }

  /** The upload is over, or asleep in the journal. */
  void ended(UploadTask task) {
    places.computeIfPresent(
        task.uploadId(), (id, place) -> place.started.getNow(null) == task ? null : place);
  }

  /** The upload of this id that is queued, running, or coming to its end. */
  Optional<UploadTask> find(String uploadId) {
    Place place = places.get(uploadId);
    return place == null ? Optional.empty() : place.await();
  }

  /** All whose start is over. */
  List<UploadTask> all() {
    return places.values().stream()
        .flatMap(place -> Optional.ofNullable(place.started.getNow(null)).stream())
        .toList();
  }
}

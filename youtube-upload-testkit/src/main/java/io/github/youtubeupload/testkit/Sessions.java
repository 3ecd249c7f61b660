package io.github.youtubeupload.testkit;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All sessions, by the secret in their URIs. Thread-safe. */
final class Sessions {
  private final Settings settings;
  private final Clock clock;
  private final Path directory;
  private final Map<String, Session> byUploadId = new HashMap<>();
  private final List<Session> all = new ArrayList<>();
  private long files;

  Sessions(Settings settings, Path directory) {
    this.settings = settings;
    this.clock = settings.clock();
    this.directory = directory;
  }

  /** Opens a session and returns the secret for its URI. */
  synchronized String open(
      Grant grant, Metadata metadata, Set<String> parts, String contentType, long size, long cost) {
    Session.Opening opening =
        new Session.Opening(
            all.size() + 1L, grant, metadata, parts, contentType, size, cost, clock.instant());
    Session session = new Session(opening, newBytes(), settings.keepsWholeBlocks());
    all.add(session);
    return name(session);
  }

  /** A place for the bytes of one upload. */
  synchronized StoredBytes newBytes() {
    return new StoredBytes(settings.storage(), directory.resolve("upload-" + ++files));
  }

  synchronized Optional<Session> find(String uploadId) {
    return Optional.ofNullable(byUploadId.get(uploadId));
  }

  /** Gives the session a new secret; the old one names nothing any more. Empty if it did before. */
  synchronized Optional<String> rename(String uploadId) {
    return Optional.ofNullable(byUploadId.remove(uploadId)).map(this::name);
  }

  private String name(Session session) {
    String uploadId = Secrets.next(30);
    byUploadId.put(uploadId, session);
    return uploadId;
  }

  boolean isExpired(Session session) {
    return session.opening().openedAt().plus(settings.sessionLifetime()).isBefore(clock.instant());
  }

  synchronized List<FakeSession> views() {
    return all.stream().map(Session::view).toList();
  }

  synchronized List<Session> all() {
    return List.copyOf(all);
  }
}

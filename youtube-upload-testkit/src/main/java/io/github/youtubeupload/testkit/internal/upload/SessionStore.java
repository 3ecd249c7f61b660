package io.github.youtubeupload.testkit.internal.upload;

import io.github.youtubeupload.testkit.FakeSession;
import io.github.youtubeupload.testkit.internal.id.RandomIds;
import io.github.youtubeupload.testkit.internal.storage.UploadFiles;
import io.github.youtubeupload.testkit.internal.video.InsertRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All sessions, by the secret in their URIs. Thread-safe. */
public final class SessionStore {
  private final SessionSettings settings;
  private final Clock clock;
  private final UploadFiles files;
  private final Map<String, Session> byUploadId = new HashMap<>();
  private final List<Session> all = new ArrayList<>();

  /** No session yet. */
  public SessionStore(SessionSettings settings, Clock clock, UploadFiles files) {
    this.settings = settings;
    this.clock = clock;
    this.files = files;
  }

  /** Opens a session and returns the secret for its URI. */
  synchronized String open(InsertRequest request, long size, long cost) {
    Session.Opening opening =
        new Session.Opening(all.size() + 1L, request, size, cost, clock.instant());
    Session session = new Session(opening, files.next(), settings.keepsWholeBlocks());
    all.add(session);
    return name(session);
  }

  synchronized Optional<Session> find(String uploadId) {
    return Optional.ofNullable(byUploadId.get(uploadId));
  }

  /** Gives the session a new secret; the old one names nothing any more. Empty if it did before. */
  synchronized Optional<String> rename(String uploadId) {
    return Optional.ofNullable(byUploadId.remove(uploadId)).map(this::name);
  }

  private String name(Session session) {
    String uploadId = RandomIds.next(30);
    byUploadId.put(uploadId, session);
    return uploadId;
  }

  boolean isExpired(Session session) {
    return session.opening().openedAt().plus(settings.lifetime()).isBefore(clock.instant());
  }

  public synchronized List<FakeSession> views() {
    return all.stream().map(Session::view).toList();
  }

  public synchronized List<Session> all() {
    return List.copyOf(all);
  }
}

package io.github.youtubeupload.testkit.internal.upload;

import io.github.youtubeupload.testkit.FakeSession;
import io.github.youtubeupload.testkit.internal.id.RandomIds;
import io.github.youtubeupload.testkit.internal.metadata.UploadRequest;
import io.github.youtubeupload.testkit.internal.storage.UploadFiles;
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
  private long ofVideos;

  /** No session yet. */
  public SessionStore(SessionSettings settings, Clock clock, UploadFiles files) {
    this.settings = settings;
    this.clock = clock;
    this.files = files;
  }

  SessionSettings settings() {
    return settings;
  }

  /** Opens a session and returns the secret for its URI. */
  synchronized String open(UploadTarget target, UploadRequest request, long size) {
    boolean video = target.limits().makesVideos();
    long cost = target.cost(request.grant());
    Session.Opening opening =
        new Session.Opening(video ? ++ofVideos : 0, request, size, cost, clock.instant());
    boolean wholeBlocks = settings.bytes().keepsWholeBlocks();
    Session session = new Session(target, opening, files.next(video), wholeBlocks);
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

  /** The sessions of videos; those of thumbnails and captions have no number. */
  public synchronized List<FakeSession> views() {
    return all.stream().filter(s -> s.opening().number() > 0).map(Session::view).toList();
  }

  public synchronized List<Session> all() {
    return List.copyOf(all);
  }
}

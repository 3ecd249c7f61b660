package io.github.youtubeupload.examples.backend.resumable;

import io.github.youtubeupload.examples.backend.web.ApiException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import me.desair.tus.server.upload.UploadId;
import me.desair.tus.server.upload.UploadIdFactory;
import me.desair.tus.server.upload.UploadLock;
import me.desair.tus.server.upload.UploadLockingService;
import me.desair.tus.server.upload.UuidUploadIdFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * One request at a time for each part. The library's own locks would answer the second one 200,
 * with nothing in it. One process has the state directory, so memory is enough.
 */
final class PartLocks implements UploadLockingService {
  /** A connection that died without a word is noticed after Tomcat's time-out. */
  private static final Duration LATER = Duration.ofSeconds(2);

  private final Set<String> held = ConcurrentHashMap.newKeySet();
  private volatile UploadIdFactory ids = new UuidUploadIdFactory();

  @Override
  public @Nullable UploadLock lockUploadByUri(String uri) {
    UploadId id = ids.readUploadId(uri);
    if (id == null) {
      return null;
    }
    if (!held.add(id.toString())) {
      throw ApiException.later(
          HttpStatus.LOCKED, "part_busy", "Another request is sending this file", LATER);
    }
    return new Held(uri, id.toString());
  }

  @Override
  public boolean isLocked(UploadId id) {
    return held.contains(Objects.toString(id));
  }

  /** They end with their requests. */
  @Override
  public void cleanupStaleLocks() {}

  @Override
  public void setIdFactory(UploadIdFactory factory) {
    ids = factory;
  }

  private final class Held implements UploadLock {
    private final String uri;
    private final String id;

    Held(String uri, String id) {
      this.uri = uri;
      this.id = id;
    }

    @Override
    public String getUploadUri() {
      return uri;
    }

    @Override
    public void release() {
      held.remove(id);
    }

    @Override
    public void close() {
      release();
    }
  }
}

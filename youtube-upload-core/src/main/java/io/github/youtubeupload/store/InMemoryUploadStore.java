package io.github.youtubeupload.store;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

final class InMemoryUploadStore implements UploadStore {
  private final Map<String, UploadRecord> records = new ConcurrentHashMap<>();
  private final Set<String> claimed = new HashSet<>();

  @Override
  public Optional<UploadClaim> claim(String uploadId) {
    UploadId.require(uploadId);
    synchronized (claimed) {
      return claimed.add(uploadId) ? Optional.of(new Claim(uploadId)) : Optional.empty();
    }
  }

  @Override
  public Optional<UploadRecord> find(String uploadId) {
    UploadId.require(uploadId);
    return Optional.ofNullable(records.get(uploadId));
  }

  @Override
  public UploadPage page(UploadQuery query) {
    return query.pageOf(records.values());
  }

  private final class Claim implements UploadClaim {
    private final String uploadId;
    private boolean held = true;

    Claim(String uploadId) {
      this.uploadId = uploadId;
    }

    @Override
    public Optional<UploadRecord> record() {
      return find(uploadId);
    }

    @Override
    public void save(UploadRecord record) {
      UploadId.requireSame(uploadId, record);
      requireHeld();
      records.put(uploadId, record);
    }

    @Override
    public void delete() {
      requireHeld();
      records.remove(uploadId);
    }

    private void requireHeld() {
      if (!held) {
        throw new UploadStoreException("Upload " + uploadId + " is no longer owned here", null);
      }
    }

    @Override
    public void close() {
      synchronized (claimed) {
        if (held) {
          held = false;
          claimed.remove(uploadId);
        }
      }
    }
  }
}

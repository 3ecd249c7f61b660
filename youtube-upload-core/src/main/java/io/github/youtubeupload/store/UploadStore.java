package io.github.youtubeupload.store;

import java.util.List;
import java.util.Optional;

/**
 * Keeps one {@link UploadRecord} for each upload, and lets one owner at a time change it.
 * Thread-safe.
 *
 * <p>Every method throws {@link UploadStoreException} when the store cannot be read or written;
 * what was stored before stays as it was.
 */
public interface UploadStore {

  /**
   * Takes the exclusive right to drive an upload, whether or not a record exists yet. The right
   * ends with {@link UploadClaim#close} or with the process, however that ends.
   *
   * @return empty if another thread or process holds it
   */
  Optional<UploadClaim> claim(String uploadId);

  /** The record as last saved, without taking any right. */
  Optional<UploadRecord> find(String uploadId);

  /** All records, oldest first. A damaged one is reported in the log and set aside, not thrown. */
  List<UploadRecord> list();

  /** Records that last as long as this object: for tests, and for those who need no restart. */
  static UploadStore inMemory() {
    return new InMemoryUploadStore();
  }
}

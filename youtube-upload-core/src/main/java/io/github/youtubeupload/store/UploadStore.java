package io.github.youtubeupload.store;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.crypto.SecretKey;

/**
 * Keeps one {@link UploadRecord} for each upload, and lets one owner at a time change it.
 * Thread-safe.
 *
 * <p>An upload's id has 1 to 200 characters, none of them a control character and none half a
 * surrogate pair; any other is an {@link IllegalArgumentException}.
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
   * @throws UploadStoreException also if there is a record that is damaged or cannot be read,
   *     because to start afresh could cost a second video; the message says where it is and what to
   *     do
   */
  Optional<UploadClaim> claim(String uploadId);

  /**
   * The record as last saved, without taking any right.
   *
   * @throws UploadStoreException also if the record is damaged or cannot be read
   */
  Optional<UploadRecord> find(String uploadId);

  /**
   * Some of the records that a query asks for, and where the next page begins. The order is the
   * store's own. Over all pages, a record that stays as it is comes exactly once; one that is saved
   * or deleted meanwhile may come twice or not at all. A damaged record is reported in the log and
   * set aside, one that cannot be read is reported and left where it is; neither is thrown.
   *
   * <p>A store that has all its records at hand returns {@link UploadQuery#pageOf}.
   *
   * @throws IllegalArgumentException if the page token is none of this store's
   */
  UploadPage page(UploadQuery query);

  /** The records that a query asks for, read page by page as the stream goes on. */
  default Stream<UploadRecord> stream(UploadQuery query) {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(
            new RecordPages(this, query), Spliterator.ORDERED | Spliterator.NONNULL),
        false);
  }

  /**
   * The records that a query asks for, whatever its limit, oldest first by the clock that accepted
   * them. All of them are in memory at once.
   */
  default List<UploadRecord> list(UploadQuery query) {
    int atOnce = 1000;
    Map<String, UploadRecord> found = new HashMap<>(); // one that changes meanwhile may come twice
    stream(query.pagesOf(atOnce)).forEach(record -> found.put(record.uploadId(), record));
    return found.values().stream().sorted(UploadRecord.OLDEST_FIRST).toList();
  }

  /** Records that last as long as this object: for tests, and for those who need no restart. */
  static UploadStore inMemory() {
    return new InMemoryUploadStore();
  }

  /**
   * Records in the directory {@code uploads} of a state directory, for all threads and processes of
   * one machine. Both are created if they are missing, and only the process's user may look into
   * them. Any number of stores may be open on one directory; there is nothing to close.
   *
   * <p>The directory must be on a local file system: on a network mount without reliable locks, two
   * owners are noticed only when one of them saves. Session URIs are in it as plain text.
   *
   * @throws UploadStoreException if the directory cannot be created or read
   */
  static UploadStore directory(Path stateDirectory) {
    return DirectoryUploadStore.open(stateDirectory, null);
  }

  /**
   * The same with session URIs encrypted, by AES-256-GCM. Records that were written without a key
   * stay readable and are encrypted when they are next written; ones written with another key are
   * refused while their session is open.
   *
   * @param key an AES key of 256 bits, such as {@code new SecretKeySpec(bytes, "AES")} of 32 random
   *     bytes
   * @throws IllegalArgumentException if the key is another one
   * @throws UploadStoreException if the directory cannot be created or read
   */
  static UploadStore directory(Path stateDirectory, SecretKey key) {
    return DirectoryUploadStore.open(stateDirectory, new SessionSeal(key));
  }
}

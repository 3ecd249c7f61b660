package io.github.youtubeupload.store;

import java.util.Optional;

/** The exclusive right to drive one upload. Used by one thread at a time. */
public interface UploadClaim extends AutoCloseable {

  /** The record as this owner found it, or last saved it. */
  Optional<UploadRecord> record();

  /**
   * Replaces the record. When this returns, the record survives the end of the process and of the
   * machine. Works on an interrupted thread too, and leaves it interrupted.
   *
   * @throws UploadStoreException if it could not be written, or if this owner has lost its right.
   *     The record before it is then still in place, whole; only when the very last step failed,
   *     the one that makes the replacement outlast the machine, this one may be
   * @throws IllegalArgumentException if the record is another upload's
   */
  void save(UploadRecord record);

  /**
   * Removes the record, as retention asks for. Does nothing if there is none. The claim stays, and
   * may save again. If the machine ends right after it, the record may be there again.
   *
   * @throws UploadStoreException if it could not be removed, or if this owner has lost its right
   */
  void delete();

  /** Gives the right back. Does nothing the second time. */
  @Override
  void close();
}

package io.github.youtubeupload.store;

import java.util.Optional;

/** The exclusive right to drive one upload. Used by one thread at a time. */
public interface UploadClaim extends AutoCloseable {

  /** The record as this owner found it, or last saved it. */
  Optional<UploadRecord> record();

  /**
   * Replaces the record. When this returns, the record survives the end of the process and of the
   * machine.
   *
   * @throws UploadStoreException if it could not be written, or if this owner has lost its right;
   *     the record before it is then still in place
   */
  void save(UploadRecord record);

  /** Removes the record, as retention asks for. */
  void delete();

  /** Gives the right back. Does nothing the second time. */
  @Override
  void close();
}

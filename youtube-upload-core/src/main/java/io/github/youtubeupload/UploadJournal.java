package io.github.youtubeupload;

import io.github.youtubeupload.internal.concurrent.TimeSource;
import io.github.youtubeupload.source.SourceDescription;
import io.github.youtubeupload.store.UploadClaim;
import io.github.youtubeupload.store.UploadRecord;
import io.github.youtubeupload.store.UploadStep;
import io.github.youtubeupload.store.UploadStoreException;
import java.net.URI;

/**
 * The write-ahead journal of one upload: each step is saved before the deed it names. {@code
 * docs/exactly-once.md} says what a crash between two of them leads to.
 */
final class UploadJournal implements AutoCloseable {
  private final UploadClaim claim;
  private final TimeSource timing;
  private UploadRecord record;

  UploadJournal(UploadClaim claim, UploadRecord record, TimeSource timing) {
    this.claim = claim;
    this.record = record;
    this.timing = timing;
  }

  UploadRecord record() {
    return record;
  }

  void accepted() {
    save(record);
  }

  void startedOver() {
    save(record.startedOver(timing.now()));
  }

  void describedAs(SourceDescription description) {
    save(record.describedAs(description, timing.now()));
  }

  void opening() {
    save(record.opening(timing.now()));
  }

  void notOpened() {
    save(record.notOpened(timing.now()));
  }

  void sending(URI session, long offset) {
    save(record.sending(session, offset, timing.now()));
  }

  void finalizing() {
    save(record.at(UploadStep.FINALIZING, timing.now()));
  }

  void completed(String videoId, long size) {
    save(record.completed(videoId, size, timing.now()));
  }

  void ended(UploadStep end, String why) {
    save(record.ended(end, why, timing.now()));
  }

  void stopped(String why) {
    save(record.stopped(why, timing.now()));
  }

  private void save(UploadRecord next) {
    try {
      claim.save(next);
    } catch (UploadStoreException e) {
      throw new StoreException(
          record.uploadId(), "its journal could not be written: " + e.getMessage(), e);
    }
    record = next;
  }

  @Override
  public void close() {
    claim.close();
  }
}

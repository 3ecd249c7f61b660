package io.github.youtubeupload;

import io.github.youtubeupload.internal.concurrent.ProcessClock;
import io.github.youtubeupload.source.SourceDescription;
import io.github.youtubeupload.store.UploadClaim;
import io.github.youtubeupload.store.UploadRecord;
import io.github.youtubeupload.store.UploadStep;
import io.github.youtubeupload.store.UploadStoreException;
import java.net.URI;
import java.time.Duration;

/**
 * The write-ahead journal of one upload: each step is saved before the deed it names. {@code
 * docs/exactly-once.md} says what a crash between two of them leads to.
 */
final class UploadJournal implements AutoCloseable {
  private final UploadClaim claim;
  private final ProcessClock clock;
  private final Duration earlierAge;
  private final long openedNanos;
  private UploadRecord record;
  private boolean touched;

  UploadJournal(UploadClaim claim, UploadRecord record, ProcessClock clock) {
    this.claim = claim;
    this.record = record;
    this.clock = clock;
    this.earlierAge = ProcessClock.between(record.createdAt(), clock.now());
    this.openedNanos = clock.nanoTime();
  }

  UploadRecord record() {
    return record;
  }

  /** How long ago the upload was accepted; a clock that is set meanwhile changes nothing. */
  Duration age() {
    return earlierAge.plusNanos(clock.nanoTime() - openedNanos);
  }

  /** One that goes on is in the journal already, as it was found: nothing is written. */
  void accepted() {
    if (claim.record().filter(record::equals).isEmpty()) {
      save(record);
    }
    touched = false;
  }

  /** Whether nothing was written since the upload was accepted. */
  boolean isUntouched() {
    return !touched;
  }

  void startedOver() {
    save(record.startedOver(clock.stamp()));
  }

  void describedAs(SourceDescription description) {
    save(record.describedAs(description, clock.stamp()));
  }

  void opening() {
    save(record.opening(clock.stamp()));
  }

  void notOpened() {
    save(record.notOpened(clock.stamp()));
  }

  void sending(URI session, long offset) {
    save(record.sending(session, offset, clock.stamp()));
  }

  void finalizing() {
    save(record.at(UploadStep.FINALIZING, clock.stamp()));
  }

  void completed(String videoId, long size) {
    save(record.completed(videoId, size, clock.stamp()));
  }

  void ended(UploadStep end, String why) {
    save(record.ended(end, why, clock.stamp()));
  }

  void stopped(String why) {
    save(record.stopped(why, clock.stamp()));
  }

  private void save(UploadRecord next) {
    try {
      claim.save(next);
    } catch (UploadStoreException e) {
      throw new StoreException(
          record.uploadId(), "its journal could not be written: " + e.getMessage(), e);
    }
    record = next;
    touched = true;
  }

  @Override
  public void close() {
    claim.close();
  }
}

package io.github.youtubeupload.store;

/** What was found where a record is kept. */
sealed interface RecordLookup {

  /** No file. */
  record Missing() implements RecordLookup {}

  /**
   * A record.
   *
   * @param stamp of its writing
   */
  record Found(UploadRecord record, Stamp stamp) implements RecordLookup {}

  /**
   * A record that somebody else can read, or this store in another setting: to be left in place.
   */
  record Unreadable(String why) implements RecordLookup {}

  /** Nothing that this library wrote, or no longer what it wrote. */
  record Damaged(String why) implements RecordLookup {}
}

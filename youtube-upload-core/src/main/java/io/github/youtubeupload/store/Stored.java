package io.github.youtubeupload.store;

/** What was found where a record is kept. */
sealed interface Stored {

  /** No file. */
  record Absent() implements Stored {}

  /**
   * A record.
   *
   * @param owner names the claim that wrote it
   */
  record Whole(UploadRecord record, String owner) implements Stored {}

  /**
   * A record that somebody else can read, or this store in another setting: to be left in place.
   */
  record OutOfReach(String why) implements Stored {}

  /** Nothing that this library wrote, or no longer what it wrote. */
  record Damaged(String why) implements Stored {}
}

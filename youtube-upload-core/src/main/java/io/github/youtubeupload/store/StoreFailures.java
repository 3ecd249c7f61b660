package io.github.youtubeupload.store;

import io.github.youtubeupload.internal.files.FileTrouble;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What the directory store says when it cannot do as asked. No message repeats a record's content.
 */
final class StoreFailures {
  private StoreFailures() {}

  /** That the directory cannot be one of this store; nothing was changed. */
  static UploadStoreException unopened(Path path, IOException cause) {
    return new UploadStoreException(
        "Could not open the journal in " + path + ": " + FileTrouble.explain(path, cause), cause);
  }

  static UploadStoreException ofAnotherLayout(Path path, String file) {
    return new UploadStoreException(
        ("%s holds %s, a record from before the first release, which this version does not read."
                + " Let the version that wrote it finish its uploads, then move %s away")
            .formatted(path, file, path),
        null);
  }

  /**
   * @param saved whether a record of the upload is in place
   */
  static UploadStoreException failed(
      String deed, String uploadId, Path path, boolean saved, IOException cause) {
    return new UploadStoreException(
        "Could not %s the record of upload %s in %s: %s%s"
            .formatted(
                deed,
                uploadId,
                path,
                FileTrouble.explain(path, cause),
                saved ? ". Its last whole record is still there" : ""),
        cause);
  }

  static UploadStoreException unlisted(Path path, IOException cause) {
    return new UploadStoreException(
        "Could not list the journal in " + path + ": " + FileTrouble.explain(path, cause), cause);
  }

  static UploadStoreException damaged(String uploadId, Path path, String why) {
    return new UploadStoreException(
        ("The record of upload %s in %s is damaged: %s. Nobody knows how far the upload had got, so"
                + " it does not start again by itself. Put the file back from a backup, or look into"
                + " the channel whether the video is there and then delete the file")
            .formatted(uploadId, path, why),
        null);
  }

  static UploadStoreException outOfReach(String uploadId, Path path, String why) {
    return new UploadStoreException(
        "The record of upload %s in %s cannot be read: %s".formatted(uploadId, path, why), null);
  }
}

package io.github.youtubeupload.store;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/**
 * What the directory store says when it cannot do as asked. No message repeats a record's content.
 */
final class StoreFailures {
  private StoreFailures() {}

  static UploadStoreException failed(String deed, String uploadId, Path path, IOException cause) {
    return new UploadStoreException(
        "Could not %s the record of upload %s in %s: %s. Its last whole record is still there"
            .formatted(deed, uploadId, path, reason(cause)),
        cause);
  }

  static UploadStoreException unlisted(Path path, IOException cause) {
    return new UploadStoreException(
        "Could not list the journal in " + path + ": " + reason(cause), cause);
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

  private static String reason(IOException cause) {
    String said =
        cause instanceof FileSystemException e && e.getReason() != null
            ? e.getReason()
            : cause.getMessage();
    return cause.getClass().getSimpleName() + " (" + said + ")";
  }
}

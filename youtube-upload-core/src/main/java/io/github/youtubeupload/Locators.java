package io.github.youtubeupload;

import io.github.youtubeupload.source.VideoSource;
import io.github.youtubeupload.store.UploadRecord;
import java.net.URI;
import java.nio.file.Path;

/** Finds the source of an earlier process again. */
final class Locators {
  private Locators() {}

  static VideoSource find(UploadRecord record) {
    String locator = record.sourceLocator();
    if (locator != null && locator.startsWith("file:")) {
      return VideoSource.file(Path.of(URI.create(locator)));
    }
    throw new IllegalArgumentException(
        "The source of upload "
            + record.uploadId()
            + ", "
            + record.sourceName()
            + ", cannot be found without help: supply it by a Resumption, or submit the request"
            + " again with the same id");
  }
}

package io.github.youtubeupload;

import io.github.youtubeupload.source.SourceDescription;
import io.github.youtubeupload.source.VideoSource;
import io.github.youtubeupload.store.UploadRecord;
import java.net.URI;
import java.nio.file.Path;

/** Finds the source of an earlier process again. */
final class SourceLocators {
  private SourceLocators() {}

  static VideoSource find(UploadRecord record) {
    String locator = record.sourceLocator();
    if (locator != null && locator.startsWith("file:")) {
      return VideoSource.file(Path.of(URI.create(locator)));
    }
    if (locator != null && (locator.startsWith("https:") || locator.startsWith("http:"))) {
      return VideoSource.url(URI.create(locator));
    }
    SourceDescription known = record.source();
    if (known != null && !known.replayable()) {
      throw new IllegalArgumentException(
          "The source of upload %s, %s, was live and ended with its process; submit it again"
              .formatted(record.uploadId(), record.sourceName()));
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

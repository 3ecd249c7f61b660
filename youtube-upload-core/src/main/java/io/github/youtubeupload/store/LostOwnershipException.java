package io.github.youtubeupload.store;

import java.io.IOException;

/** Somebody else has written the record that a claim took for its own. */
final class LostOwnershipException extends IOException {
  private static final long serialVersionUID = 1L;

  LostOwnershipException() {
    super(
        "another owner has taken the upload over, or its record was changed by hand. If nobody did,"
            + " this process may have opened the file owners.lock, which drops its locks: leave that"
            + " file out of copies");
  }
}

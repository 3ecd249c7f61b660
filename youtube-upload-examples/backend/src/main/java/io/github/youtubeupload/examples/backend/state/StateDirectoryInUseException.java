package io.github.youtubeupload.examples.backend.state;

import java.nio.file.Path;

/** Another process works in the state directory. */
public final class StateDirectoryInUseException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  StateDirectoryInUseException(Path root) {
    super(
        "Another process uses the state directory "
            + (root + ": stop it, or give this one a directory of its own in STATE_DIRECTORY"));
  }
}

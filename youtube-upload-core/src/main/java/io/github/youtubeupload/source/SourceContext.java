package io.github.youtubeupload.source;

import java.nio.file.Path;
import java.util.Optional;

/** What the engine lends a source for one run. */
public interface SourceContext {

  /** The description an earlier run of this upload worked with; empty in the first. */
  Optional<SourceDescription> earlier();

  /** A private directory for a source that must be spooled. Exists when this returns. */
  Path spoolDirectory();

  /**
   * Tells how far spooling is. Throttled by the engine; may be called as often as is handy.
   *
   * @param bytes bytes on disk by now
   * @param total bytes expected, or -1 if not known
   */
  void downloaded(long bytes, long total);
}

package io.github.youtubeupload.source;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A video to upload: a recipe, not an open file. Immutable, and safe to use from many threads and
 * in many uploads.
 *
 * <p>{@code toString} must name the source for a person without giving away secrets: no query
 * string of a signed URL, no user information.
 */
public interface VideoSource {

  /**
   * Gets the source ready for one run of one upload, and looks at it. May block for as long as a
   * download takes; ends early when the thread is interrupted.
   *
   * @throws SourceChangedException if {@link SourceContext#earlier} describes another content
   * @throws IOException if the source is missing, unreadable, empty or plainly no video; the
   *     message says what was found and is shown to the user
   */
  PreparedSource prepare(SourceContext context) throws IOException;

  /**
   * Where a restarted process finds the source again without help, as an absolute URI such as
   * {@code file:///renders/friends.mp4}; empty when only the host can supply it. It is written to
   * disk, so it holds no secret.
   */
  default Optional<String> locator() {
    return Optional.empty();
  }

  /** A file on disk, read while it is sent, never held in memory. */
  static VideoSource file(Path path) {
    return new FileSource(path);
  }

  /**
   * The download URL of a finished video, relayed while it arrives: nothing is stored, unless the
   * origin tells no length or cannot resume. Public http and https hosts only; {@link UrlSource}
   * has the options for everything else.
   */
  static VideoSource url(URI url) {
    return UrlSource.builder(url).build();
  }
}

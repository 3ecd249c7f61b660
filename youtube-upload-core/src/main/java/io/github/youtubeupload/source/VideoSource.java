package io.github.youtubeupload.source;

import java.io.IOException;
import java.io.InputStream;
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

  /**
   * What comes out of a pipe, sent while it is being made, in chunks that are held in memory until
   * YouTube has them. Can be uploaded once, by this process only. The end of the stream is the end
   * of the video, so a producer that fails must make it throw.
   *
   * @param name a name for people, such as {@code friends.mp4}; its ending tells the MIME type
   */
  static VideoSource pipe(String name, InputStream in) {
    return new PipeSource(name, in, null);
  }

  /**
   * The standard output of a running process, such as {@code ffmpeg … -f mp4 -movflags
   * frag_keyframe+empty_moov pipe:1}. An exit code other than 0 fails the upload before there is a
   * video; an upload that ends early destroys the process. Somebody must read or discard its
   * standard error.
   */
  static VideoSource pipe(String name, Process process) {
    return new PipeSource(name, process.getInputStream(), process);
  }

  /**
   * A file that is still being written front to back, sent while it grows. When it is complete it
   * is read once more and compared with what was sent; if it was rewritten meanwhile, as by a muxer
   * that patches its header, the upload fails.
   */
  static VideoSource growing(Path path, Completion completion) {
    return new GrowingSource(path, completion, false);
  }

  /**
   * As {@link #growing}, but a file that was rewritten is uploaded anew as an ordinary one, which
   * costs a second session's quota.
   */
  static VideoSource growingOrWhole(Path path, Completion completion) {
    return new GrowingSource(path, completion, true);
  }

  /**
   * Content that somebody else's client reads, such as an object store's.
   *
   * @param name a name for people; its ending tells the MIME type
   * @param version changes when the content changes, such as an entity tag; no secret
   */
  static VideoSource seekable(String name, String version, SeekableOpener opener) {
    return new SeekableSource(name, version, opener);
  }
}

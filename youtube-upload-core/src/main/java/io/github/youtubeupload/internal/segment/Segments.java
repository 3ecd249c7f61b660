package io.github.youtubeupload.internal.segment;

import io.github.youtubeupload.internal.protocol.ContentRange;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/** Cuts a video into the bodies of PUT requests. */
public interface Segments extends Closeable {

  /** YouTube's limit, from its page on videos.insert. */
  long MAX_VIDEO_BYTES = 256_000_000_000L;

  /**
   * The body that begins at an offset; everything before it is stored at YouTube. Ends what an
   * earlier one had open.
   *
   * @throws IOException if the source fails
   */
  Segment from(long offset) throws IOException;

  @Override
  void close();

  /** One body. */
  interface Segment {
    ContentRange range();

    /** Writes the range; fails with {@link SourceFailure} when the source is to blame. */
    void writeTo(OutputStream out) throws IOException;
  }

  /** A failure of the source in the midst of an exchange with YouTube. */
  final class SourceFailure extends IOException {
    private static final long serialVersionUID = 1L;

    private final IOException source;

    SourceFailure(IOException source) {
      super(source.getMessage(), source);
      this.source = source;
    }

    public IOException source() {
      return source;
    }
  }
}

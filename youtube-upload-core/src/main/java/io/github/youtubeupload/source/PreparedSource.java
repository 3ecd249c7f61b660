package io.github.youtubeupload.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * A source during one run of one upload. Used by one thread at a time, apart from {@link #close},
 * which any thread may call at any moment and which ends a blocked read.
 */
public interface PreparedSource extends Closeable {

  /** What is known of the source; the same answer every time. */
  SourceDescription description();

  /**
   * Opens the content at an offset. The engine closes one stream before it opens the next.
   *
   * <p>The end of the stream is a promise: a stream returns -1 only when everything up to the end
   * of the described content was read and the content is still the described one. Otherwise it
   * throws {@link SourceChangedException}. The engine holds the last bytes of a video back until it
   * has seen that end, so a source that shrank, grew or was replaced never becomes a video.
   *
   * <p>A source of unknown size is opened once, at 0, and the engine does not close that stream,
   * which might wait for a blocked read: {@link #close} must free what the stream holds.
   *
   * @param offset bytes from the start, from 0 to the size
   * @throws IOException if the source cannot be read from there
   */
  InputStream open(long offset) throws IOException;

  /** Frees everything, open streams and temporary files included. Does nothing the second time. */
  @Override
  void close();
}

package io.github.youtubeupload.internal.segment;

import io.github.youtubeupload.internal.protocol.ContentRange;
import io.github.youtubeupload.source.PreparedSource;
import io.github.youtubeupload.source.SourceChangedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A source of known size, streamed through one small buffer: the whole rest in one PUT, or in
 * chunks. The last bytes leave only after the source has shown its end and the journal knows.
 */
public final class StoredSegments implements Segments {
  private static final int BUFFER_BYTES = 128 * 1024;

  private final PreparedSource source;
  private final long size;
  private final long chunkBytes;
  private final Runnable beforeLastByte;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private volatile @Nullable InputStream stream;
  private volatile boolean closed;
  private long position;

  public StoredSegments(
      PreparedSource source, long size, long chunkBytes, Runnable beforeLastByte) {
    this.source = source;
    this.size = size;
    this.chunkBytes = chunkBytes;
    this.beforeLastByte = beforeLastByte;
  }

  @Override
  public Segment from(long offset) throws IOException {
    InputStream in = stream;
    if (in == null || position != offset) {
      closeStream();
      in = source.open(offset);
      stream = in;
      if (closed) { // meanwhile, perhaps without having seen this one
        closeStream();
        throw new IOException("the source was closed");
      }
      position = offset;
    }
    long length = Math.min(chunkBytes, size - offset);
    return new Part(in, new ContentRange(offset, length, OptionalLong.of(size)));
  }

  /** From any thread. */
  @Override
  public void close() {
    closed = true;
    closeStream();
  }

  private void closeStream() {
    InputStream in = stream;
    stream = null;
    if (in != null) {
      try {
        in.close();
      } catch (IOException e) {
        // it was only read from, so nothing is lost
      }
    }
  }

  private final class Part implements Segment {
    private final InputStream in;
    private final ContentRange range;

    Part(InputStream in, ContentRange range) {
      this.in = in;
      this.range = range;
    }

    @Override
    public ContentRange range() {
      return range;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      long left = range.length();
      while (left > 0) {
        int n = read((int) Math.min(buffer.length, left));
        left -= n;
        if (left == 0 && range.isLast()) {
          requireEnd();
          beforeLastByte.run();
        }
        out.write(buffer, 0, n);
      }
    }

    private int read(int length) throws SourceFailure {
      try {
        int n = in.read(buffer, 0, length);
        if (n < 0) {
          throw changed("it ended at byte " + position);
        }
        position += n;
        return n;
      } catch (IOException e) {
        throw new SourceFailure(e);
      }
    }

    private void requireEnd() throws SourceFailure {
      try {
        if (in.read() >= 0) {
          throw changed("there is more after byte " + position);
        }
      } catch (IOException e) {
        throw new SourceFailure(e);
      }
    }

    private SourceChangedException changed(String what) {
      return new SourceChangedException(
          source.description().name()
              + (" was " + size + " bytes when the upload began, but " + what));
    }
  }
}

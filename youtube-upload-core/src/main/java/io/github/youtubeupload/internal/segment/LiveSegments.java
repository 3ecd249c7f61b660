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
 * A source of unknown size, in chunks. One chunk is kept until YouTube has it, because the source
 * may not give its bytes twice. A chunk leaves when it is full, so a slow source keeps no request
 * open, and when one byte more was seen, so that the last one is known as the last and carries the
 * total: without that YouTube makes no video.
 */
public final class LiveSegments implements Segments {
  public static final int DEFAULT_CHUNK = 8 * 1024 * 1024;

  /** How far YouTube may go back behind what it confirmed: to a whole block, as it stores them. */
  private static final int BEHIND = 256 * 1024;

  private static final int PIECE = 128 * 1024;
  private static final int NOTHING_AHEAD = -1;

  private final PreparedSource source;
  private final int chunkBytes;
  private final byte[] kept;
  private final Runnable beforeLastByte;
  private @Nullable InputStream stream;
  private long base;
  private int length;
  private int ahead = NOTHING_AHEAD;
  private boolean ended;

  /**
   * Cuts a source.
   *
   * @param chunkBytes a multiple of 256 KiB
   */
  public LiveSegments(PreparedSource source, int chunkBytes, Runnable beforeLastByte) {
    this.source = source;
    this.chunkBytes = chunkBytes;
    this.kept = new byte[BEHIND + chunkBytes];
    this.beforeLastByte = beforeLastByte;
  }

  @Override
  public Segment from(long offset) throws IOException {
    if (offset < base || offset > base + length) {
      throw new SourceChangedException(
          "YouTube wants byte %d of %s, but only those from %d on are still there: what is being made can be read once"
              .formatted(offset, source.description().name(), base));
    }
    forget((int) Math.max(0, offset - base - BEHIND));
    fill((int) (offset - base) + chunkBytes);
    int begin = (int) (offset - base);
    OptionalLong total = ended ? OptionalLong.of(base + length) : OptionalLong.empty();
    long due = Math.min(chunkBytes, length - begin);
    return new Part(new ContentRange(offset, due, total), begin);
  }

  private void forget(int bytes) {
    System.arraycopy(kept, bytes, kept, 0, length - bytes);
    base += bytes;
    length -= bytes;
  }

  /** Reads until so many bytes are kept and it is known whether more will come. */
  private void fill(int wanted) throws IOException {
    if (ended || length > wanted || (length == wanted && ahead != NOTHING_AHEAD)) {
      return;
    }
    InputStream in = stream;
    if (in == null) {
      in = source.open(base + length);
      stream = in;
    }
    if (ahead != NOTHING_AHEAD) {
      kept[length++] = (byte) ahead;
      ahead = NOTHING_AHEAD;
    }
    if (base + wanted > MAX_VIDEO_BYTES) {
      throw new IOException(source.description().name() + " does not end below YouTube's 256 GB");
    }
    while (length < wanted) {
      int n = in.read(kept, length, wanted - length);
      if (n < 0) {
        ended = true;
        return;
      }
      length += n;
    }
    ahead = in.read();
    if (ahead < 0) {
      ended = true;
    }
  }

  @Override
  public void close() {
    // the source frees its only stream itself: closing it here might wait for a blocked read
  }

  private final class Part implements Segment {
    private final ContentRange range;
    private final int begin;

    Part(ContentRange range, int begin) {
      this.range = range;
      this.begin = begin;
    }

    @Override
    public ContentRange range() {
      return range;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      int size = (int) range.length();
      for (int at = 0; at < size; at += PIECE) {
        int n = Math.min(PIECE, size - at);
        if (at + n == size && range.isLast()) {
          beforeLastByte.run();
        }
        out.write(kept, begin + at, n);
      }
    }
  }
}

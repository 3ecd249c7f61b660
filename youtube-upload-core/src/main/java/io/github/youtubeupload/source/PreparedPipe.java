package io.github.youtubeupload.source;

import io.github.youtubeupload.internal.io.BlockInputStream;
import io.github.youtubeupload.internal.io.ReadAheadStream;
import io.github.youtubeupload.internal.media.VideoType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.OptionalLong;
import java.util.UUID;

/** A pipe during the one run it lives for. */
final class PreparedPipe implements PreparedSource {
  private static final int HEAD_BYTES = 1024;

  private final PipeSource pipe;
  private final ReadAheadStream in;
  private final InputStream whole;
  private final SourceDescription description;
  private boolean opened;

  private PreparedPipe(
      PipeSource pipe, ReadAheadStream in, byte[] head, SourceDescription description) {
    this.pipe = pipe;
    this.in = in;
    this.whole = new SequenceInputStream(new ByteArrayInputStream(head), in);
    this.description = description;
  }

  /** Waits for the first bytes; they tell what it is. */
  static PreparedPipe look(String name, PipeSource pipe) throws IOException {
    ReadAheadStream in = new ReadAheadStream(pipe.stream(), name);
    try {
      byte[] head = in.readNBytes(HEAD_BYTES);
      if (head.length == 0) {
        pipe.requireGoodEnd();
        throw new IOException(name + " ended before its first byte");
      }
      SourceDescription description =
          new SourceDescription(
              name,
              VideoType.of(name, head),
              OptionalLong.empty(),
              "pipe:" + UUID.randomUUID(),
              false);
      return new PreparedPipe(pipe, in, head, description);
    } catch (IOException | RuntimeException e) {
      in.close();
      pipe.end();
      throw e;
    }
  }

  @Override
  public SourceDescription description() {
    return description;
  }

  @Override
  public InputStream open(long offset) throws IOException {
    if (offset != 0 || opened) {
      throw new IOException(description.name() + " is a pipe, which can be read only once");
    }
    opened = true;
    return new BlockInputStream() {
      @Override
      public int read(byte[] bytes, int from, int length) throws IOException {
        int n = whole.read(bytes, from, length);
        if (n < 0) {
          pipe.requireGoodEnd();
        }
        return n;
      }

      @Override
      public void close() throws IOException {
        whole.close();
      }
    };
  }

  @Override
  public void close() {
    in.close();
    pipe.end();
  }
}

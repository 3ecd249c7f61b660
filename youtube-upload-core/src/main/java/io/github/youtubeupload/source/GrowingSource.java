package io.github.youtubeupload.source;

import io.github.youtubeupload.internal.files.FileState;
import io.github.youtubeupload.internal.media.VideoType;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A file that is still being written, and a signal that tells when it no longer is. */
final class GrowingSource implements VideoSource {
  private static final int ENOUGH_BYTES = 64;
  private static final long POLL_MILLIS = 100;

  private final Path path;
  private final Completion completion;
  private final boolean startOver;

  GrowingSource(Path path, Completion completion, boolean startOver) {
    this.path = path.toAbsolutePath();
    this.completion = completion;
    this.startOver = startOver;
  }

  @Override
  public PreparedSource prepare(SourceContext context) throws IOException {
    if (context.earlier().isPresent()) {
      throw new SourceChangedException(
          path
              + " was still growing when this upload stopped, and nobody can tell whether what was"
              + " sent of it still holds; submit it again, as a file if it is complete");
    }
    CountDownLatch open = new CountDownLatch(1);
    boolean complete = false;
    while (!complete && (!Files.exists(path) || Files.size(path) < ENOUGH_BYTES)) {
      complete = completion.isComplete();
      pause(open);
    }
    FileState state = FileState.of(path);
    byte[] head = FileState.head(path);
    String name = String.valueOf(path.getFileName());
    SourceDescription description =
        new SourceDescription(
            name,
            VideoType.of(name, head),
            OptionalLong.empty(),
            "growing:" + state.identity() + ";" + UUID.randomUUID(),
            false);
    return new Prepared(description, open);
  }

  /** Waits for the producer; ends early when closed or interrupted. */
  static void pause(CountDownLatch closed) throws IOException {
    try {
      if (closed.await(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new InterruptedIOException("the source was closed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for the producer");
    }
  }

  @Override
  public String toString() {
    return path.toString();
  }

  private final class Prepared implements PreparedSource {
    private final SourceDescription description;
    private final CountDownLatch closed;
    private final Queue<InputStream> streams = new ConcurrentLinkedQueue<>();

    Prepared(SourceDescription description, CountDownLatch closed) {
      this.description = description;
      this.closed = closed;
    }

    @Override
    public SourceDescription description() {
      return description;
    }

    @Override
    public InputStream open(long offset) throws IOException {
      if (offset != 0) {
        throw new IOException(path + " is still growing; it is sent from its beginning only");
      }
      InputStream stream = new GrowingStream(path, completion, startOver, closed);
      streams.add(stream);
      if (closed.getCount() == 0) {
        closeStreams();
      }
      return stream;
    }

    @Override
    public void close() {
      closed.countDown();
      closeStreams();
    }

    private void closeStreams() {
      for (InputStream stream = streams.poll(); stream != null; stream = streams.poll()) {
        try {
          stream.close();
        } catch (IOException e) {
          // it was only read from, so nothing is lost
        }
      }
    }
  }
}

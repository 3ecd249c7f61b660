package io.github.youtubeupload;

import io.github.youtubeupload.internal.concurrent.InterruptibleCalls;
import io.github.youtubeupload.internal.concurrent.StopSignal;
import io.github.youtubeupload.internal.files.SpoolDirectory;
import io.github.youtubeupload.internal.segment.LiveSegments;
import io.github.youtubeupload.internal.segment.Segments;
import io.github.youtubeupload.internal.segment.StoredSegments;
import io.github.youtubeupload.source.PreparedSource;
import io.github.youtubeupload.source.SourceChangedException;
import io.github.youtubeupload.source.SourceContext;
import io.github.youtubeupload.source.SourceDescription;
import io.github.youtubeupload.source.SourceRewrittenException;
import io.github.youtubeupload.source.VideoSource;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The source during one run. It is looked at only when bytes are needed: a resumed upload that
 * YouTube has already finished needs none, even if the file is gone.
 */
final class RunSource implements SourceContext, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunSource.class);

  /** A chunk of a live source is held in memory. */
  private static final long MAX_LIVE_CHUNK = 1L << 30;

  /** Unwinds to where a new session can be opened, for the source that has taken over. */
  static final class Replaced extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Replaced() {
      super(null, null, false, false);
    }
  }

  private final UploadJournal journal;
  private final StopSignal stop;
  private final ProgressMeter progress;
  private final SpoolDirectory spoolDirectory;
  private final long chunkBytes;
  private final InterruptibleCalls detached;
  private VideoSource source;
  private boolean replaced;
  private boolean closed;
  private @Nullable PreparedSource prepared;
  private @Nullable Segments segments;

  RunSource(
      VideoSource source,
      UploadJournal journal,
      StopSignal stop,
      ProgressMeter progress,
      SpoolDirectory spoolDirectory,
      long chunkBytes,
      InterruptibleCalls detached) {
    this.source = source;
    this.journal = journal;
    this.stop = stop;
    this.progress = progress;
    this.spoolDirectory = spoolDirectory;
    this.chunkBytes = chunkBytes;
    this.detached = detached;
  }

  /** Looks at the source and writes down what it is, unless that was done. */
  void prepare() {
    if (segments != null) {
      return;
    }
    try {
      PreparedSource ready = detached.call(() -> keep(source.prepare(this)));
      requireAcceptable(ready.description());
      if (earlier().isEmpty()) {
        journal.describedAs(ready.description());
      }
      replaced = false;
      segments = segments(ready);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private Segments segments(PreparedSource ready) {
    OptionalLong size = ready.description().size();
    if (size.isPresent()) {
      return new StoredSegments(ready, size.getAsLong(), chunkBytes, journal::finalizing);
    }
    int chunk =
        chunkBytes == Long.MAX_VALUE
            ? LiveSegments.DEFAULT_CHUNK
            : (int) Math.min(chunkBytes, MAX_LIVE_CHUNK);
    return new LiveSegments(ready, chunk, this::ended, journal::finalizing);
  }

  /** The size is known at last; it is written down before the byte that makes the video leaves. */
  private void ended(long size) {
    SourceDescription live = description();
    SourceDescription whole =
        new SourceDescription(
            live.name(),
            live.contentType(),
            OptionalLong.of(size),
            live.fingerprint(),
            live.replayable());
    journal.describedAs(whole);
    progress.total(whole.size());
  }

  /** A source that gets ready only after the run was stopped is freed at once. */
  private synchronized PreparedSource keep(PreparedSource ready) {
    prepared = ready;
    if (closed) {
      closeQuietly(ready);
    }
    return ready;
  }

  /**
   * The body that begins at an offset.
   *
   * @throws Replaced if another source takes over, which needs a session of its own
   */
  Segments.Segment from(long offset) {
    prepare();
    progress.state(UploadState.UPLOADING);
    try {
      return Objects.requireNonNull(segments).from(offset);
    } catch (SourceRewrittenException e) {
      replaceBy(e.instead());
      throw new Replaced();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private synchronized void replaceBy(VideoSource other) {
    stop.check();
    closeQuietly(prepared);
    prepared = null;
    segments = null;
    source = other;
    replaced = true;
  }

  /** Turns a failure of the source into what the caller is told; a stop comes first. */
  RuntimeException failed(IOException e) {
    stop.check();
    String id = journal.record().uploadId();
    boolean sessionOpen = journal.record().session() != null;
    boolean again = sessionOpen && description().replayable();
    if (again && !(e instanceof SourceChangedException)) {
      return new UploadSuspendedException(
          id, "the source cannot be read: " + e.getMessage() + "; resume it when it can", e);
    }
    return new SourceException(id, e.getMessage() + "; mend the source and submit again", e);
  }

  String contentType() {
    return description().contentType();
  }

  OptionalLong size() {
    return description().size();
  }

  private SourceDescription description() {
    SourceDescription known = journal.record().source();
    if (known == null) {
      throw new IllegalStateException("The source was not looked at");
    }
    return known;
  }

  private static void requireAcceptable(SourceDescription description) throws IOException {
    long size = description.size().orElse(0);
    if (size > Segments.MAX_VIDEO_BYTES) {
      throw new IOException(
          description.name() + " has " + size + " bytes; YouTube takes 256 GB at most");
    }
  }

  @Override
  public Optional<SourceDescription> earlier() {
    return replaced ? Optional.empty() : Optional.ofNullable(journal.record().source());
  }

  @Override
  public Path spoolDirectory() {
    try {
      return spoolDirectory.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void downloaded(long bytes, long total) {
    progress.downloaded(bytes, total < 0 ? OptionalLong.empty() : OptionalLong.of(total));
  }

  @Override
  public synchronized void close() {
    closed = true;
    closeQuietly(segments);
    closeQuietly(prepared);
  }

  /** What a source's own code throws here changes nothing for the video. */
  private static void closeQuietly(@Nullable Closeable source) {
    if (source != null) {
      try {
        source.close();
      } catch (IOException | RuntimeException e) {
        LOG.warn("A source could not be closed", e);
      }
    }
  }
}

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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The source during one run. It is looked at only when bytes are needed: a resumed upload that
 * YouTube has already finished needs none, even if the file is gone.
 */
final class RunSource implements SourceContext, AutoCloseable {
  /** A chunk of a live source is held in memory. */
  private static final long MAX_LIVE_CHUNK = 1L << 30;

  /** Unwinds to where a new session can be opened, for the source that has taken over. */
  static final class Replaced extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Replaced() {
      super(null, null, false, false);
    }
  }

  /** What a source is used with. */
  record Surroundings(
      UploadJournal journal,
      StopSignal stop,
      ProgressMeter progress,
      InterruptibleCalls calls,
      Executor helpers) {}

  private final Surroundings with;
  private final SpoolDirectory spoolDirectory;
  private final long chunkBytes;
  private final SourceCloser closer;
  private VideoSource source;
  private boolean replaced;
  private @Nullable Segments segments;

  RunSource(VideoSource source, Surroundings with, SpoolDirectory spoolDirectory, long chunkBytes) {
    this.source = source;
    this.with = with;
    this.spoolDirectory = spoolDirectory;
    this.chunkBytes = chunkBytes;
    this.closer = new SourceCloser(with.helpers());
  }

  /** Looks at the source and writes down what it is, unless that was done. */
  void prepare() {
    if (segments != null) {
      return;
    }
    try {
      PreparedSource ready = with.calls().call(() -> closer.keep(source.prepare(this)));
      requireAcceptable(ready.description());
      if (earlier().isEmpty()) {
        with.journal().describedAs(ready.description());
      }
      replaced = false;
      segments = closer.keep(segments(ready));
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private Segments segments(PreparedSource ready) {
    OptionalLong size = ready.description().size();
    if (size.isPresent()) {
      return new StoredSegments(ready, size.getAsLong(), chunkBytes, with.journal()::finalizing);
    }
    int chunk =
        chunkBytes == Long.MAX_VALUE
            ? LiveSegments.DEFAULT_CHUNK
            : (int) Math.min(chunkBytes, MAX_LIVE_CHUNK);
    return new LiveSegments(ready, chunk, with.journal()::finalizing);
  }

  /** Once the size is known, it is written down before the byte that makes the video leaves. */
  private void noteSize(OptionalLong size) {
    SourceDescription live = description();
    if (size.isEmpty() || live.size().isPresent()) {
      return;
    }
    SourceDescription whole =
        new SourceDescription(
            live.name(), live.contentType(), size, live.fingerprint(), live.replayable());
    with.journal().describedAs(whole);
    with.progress().total(size);
  }

  /**
   * The body that begins at an offset.
   *
   * @throws Replaced if another source takes over, which needs a session of its own
   */
  Segments.Segment from(long offset) {
    prepare();
    with.progress().state(UploadState.UPLOADING);
    Segments cut = Objects.requireNonNull(segments);
    try {
      // reads from who makes the video, or opens the source: either may take its time
      Segments.Segment segment = with.calls().call(() -> cut.from(offset));
      noteSize(segment.range().total());
      return segment;
    } catch (SourceRewrittenException e) {
      replaceBy(e.instead());
      throw new Replaced();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private void replaceBy(VideoSource other) {
    with.stop().check();
    closer.closeForAnother();
    segments = null;
    source = other;
    replaced = true;
  }

  /** Turns a failure of the source into what the caller is told; a stop comes first. */
  RuntimeException failed(IOException e) {
    with.stop().check();
    String id = with.journal().record().uploadId();
    boolean sessionOpen = with.journal().record().session() != null;
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
    SourceDescription known = with.journal().record().source();
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
    return replaced ? Optional.empty() : Optional.ofNullable(with.journal().record().source());
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
    with.progress().downloaded(bytes, total < 0 ? OptionalLong.empty() : OptionalLong.of(total));
  }

  /** Begins to free everything, and returns at once. */
  void beginClose() {
    closer.beginClose();
  }

  /** Frees everything; does not wait long for a host's source when the run was stopped. */
  @Override
  public void close() {
    closer.close(with.stop());
  }
}

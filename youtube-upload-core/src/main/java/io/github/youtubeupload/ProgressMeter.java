package io.github.youtubeupload;

import io.github.youtubeupload.internal.concurrent.HostCallbacks;
import io.github.youtubeupload.internal.concurrent.TimeSource;
import io.github.youtubeupload.internal.segment.SegmentContent;
import io.github.youtubeupload.internal.segment.SpeedMeter;
import java.util.ArrayDeque;
import java.util.OptionalLong;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the newest progress and tells the listener: at once when the state changes, else at most
 * ten times a second, never after the last state. Written by the upload's thread and, while a
 * source is fetched, by its helper; read by any.
 *
 * <p>The listener is called by one thread at a time, in order, and under no lock: whoever has
 * something new to tell puts it into the outbox, and whoever finds nobody telling empties it.
 */
final class ProgressMeter implements SegmentContent.Observer {
  private static final Logger LOG = LoggerFactory.getLogger(ProgressMeter.class);
  private static final long INTERVAL_NANOS = 100_000_000;

  private final ProgressListener listener;
  private final HostCallbacks callbacks;
  private final TimeSource timing;
  private final Queue<Runnable> outbox = new ArrayDeque<>();
  private SpeedMeter speed;
  private long movedTo;
  private long bytesSentInAll;
  private long lastTold;
  private boolean ended;
  private volatile @Nullable Thread teller;
  private volatile UploadProgress latest;

  ProgressMeter(
      String uploadId, ProgressListener listener, HostCallbacks callbacks, TimeSource timing) {
    this.listener = listener;
    this.callbacks = callbacks;
    this.timing = timing;
    this.speed = new SpeedMeter(timing.nanoTime());
    this.latest =
        new UploadProgress(uploadId, UploadState.QUEUED, 0, 0, 0, OptionalLong.empty(), 0, 1);
  }

  UploadProgress latest() {
    return latest;
  }

  /** Whether this thread is in the listener at this moment. */
  boolean isTelling() {
    return teller == Thread.currentThread();
  }

  /** Bytes that left this process, repeated ones included. */
  synchronized long bytesSentInAll() {
    return bytesSentInAll;
  }

  void state(UploadState state) {
    change(() -> enter(state));
  }

  /** The last state; the listener hears nothing after it. Then runs what follows it. */
  void end(UploadState state, Runnable next) {
    change(
        () -> {
          enter(state);
          ended = true;
          outbox.add(next);
        });
  }

  void total(OptionalLong total) {
    change(
        () -> {
          UploadProgress p = latest;
          update(p.bytesDownloaded(), p.bytesSent(), p.bytesConfirmed(), total, p.attempt());
        });
  }

  void downloaded(long bytes, OptionalLong total) {
    change(
        () -> {
          enter(UploadState.DOWNLOADING);
          moved(bytes);
          UploadProgress p = latest;
          update(bytes, p.bytesSent(), p.bytesConfirmed(), total, p.attempt());
        });
  }

  @Override
  public void sent(long offset) {
    change(
        () -> {
          bytesSentInAll += Math.max(0, offset - movedTo);
          moved(offset);
          UploadProgress p = latest;
          update(p.bytesDownloaded(), offset, p.bytesConfirmed(), p.total(), p.attempt());
        });
  }

  @Override
  public void lastByteSent() {
    state(UploadState.FINALIZING);
  }

  /** YouTube said that it holds this much; sending goes on from there. */
  void confirmed(long offset) {
    change(
        () -> {
          movedTo = offset;
          UploadProgress p = latest;
          update(p.bytesDownloaded(), offset, offset, p.total(), p.attempt());
        });
  }

  void attempt(int attempt) {
    change(
        () -> {
          UploadProgress p = latest;
          if (p.attempt() != attempt) {
            lastTold = timing.nanoTime() - INTERVAL_NANOS;
            update(p.bytesDownloaded(), p.bytesSent(), p.bytesConfirmed(), p.total(), attempt);
          }
        });
  }

  private void change(Runnable change) {
    synchronized (this) {
      change.run();
    }
    emptyOutbox();
  }

  private void enter(UploadState state) {
    UploadProgress p = latest;
    if (ended || p.state() == state) {
      return;
    }
    boolean otherBytes = p.state() == UploadState.DOWNLOADING || state == UploadState.DOWNLOADING;
    if (otherBytes) {
      speed = new SpeedMeter(timing.nanoTime());
      movedTo = 0;
    }
    latest =
        new UploadProgress(
            p.uploadId(),
            state,
            p.bytesDownloaded(),
            p.bytesSent(),
            p.bytesConfirmed(),
            p.total(),
            otherBytes || state.isTerminal() ? 0 : p.bytesPerSecond(),
            p.attempt());
    post();
  }

  private void moved(long offset) {
    speed.add(Math.max(0, offset - movedTo), timing.nanoTime());
    movedTo = offset;
  }

  private void update(long downloaded, long sent, long confirmed, OptionalLong total, int attempt) {
    UploadProgress p = latest;
    double bytesPerSecond = speed.bytesPerSecond();
    latest =
        new UploadProgress(
            p.uploadId(), p.state(), downloaded, sent, confirmed, total, bytesPerSecond, attempt);
    if (!ended && timing.nanoTime() - lastTold >= INTERVAL_NANOS) {
      post();
    }
  }

  private void post() {
    lastTold = timing.nanoTime();
    UploadProgress news = latest;
    outbox.add(() -> tell(news));
  }

  private void emptyOutbox() {
    for (Runnable next = take(); next != null; next = take()) {
      try {
        next.run();
      } finally {
        teller = null;
      }
    }
  }

  private synchronized @Nullable Runnable take() {
    if (teller != null) {
      return null; // who is telling takes it, after what is being told
    }
    Runnable next = outbox.poll();
    teller = next == null ? null : Thread.currentThread();
    return next;
  }

  private void tell(UploadProgress news) {
    try {
      callbacks.run(() -> listener.onProgress(news));
    } catch (Throwable e) { // whatever it is, the upload goes on and its future ends
      LOG.warn("The progress listener of upload {} failed", news.uploadId(), e);
    }
  }
}

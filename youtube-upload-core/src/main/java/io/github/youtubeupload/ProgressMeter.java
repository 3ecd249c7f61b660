package io.github.youtubeupload;

import io.github.youtubeupload.internal.concurrent.TimeSource;
import io.github.youtubeupload.internal.segment.SegmentContent;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the newest progress and tells the listener: at once when the state changes, else at most
 * ten times a second, never after the last state. Written by the upload's thread and, while a
 * source is fetched, by its helper; read by any.
 */
final class ProgressMeter implements SegmentContent.Observer {
  private static final Logger LOG = LoggerFactory.getLogger(ProgressMeter.class);
  private static final long INTERVAL_NANOS = 100_000_000;

  private final ProgressListener listener;
  private final TimeSource timing;
  private SpeedMeter speed;
  private long movedTo;
  private long bytesSentInAll;
  private long lastTold;
  private boolean ended;
  private volatile UploadProgress latest;

  ProgressMeter(String uploadId, ProgressListener listener, TimeSource timing) {
    this.listener = listener;
    this.timing = timing;
    this.speed = new SpeedMeter(timing.nanoTime());
    this.latest =
        new UploadProgress(uploadId, UploadState.QUEUED, 0, 0, 0, OptionalLong.empty(), 0, 1);
  }

  UploadProgress latest() {
    return latest;
  }

  /** Bytes that left this process, repeated ones included. */
  long bytesSentInAll() {
    return bytesSentInAll;
  }

  synchronized void state(UploadState state) {
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
    tell();
  }

  /** The last state; the listener hears nothing after it. */
  synchronized void end(UploadState state) {
    state(state);
    ended = true;
  }

  synchronized void total(OptionalLong total) {
    UploadProgress p = latest;
    update(p.bytesDownloaded(), p.bytesSent(), p.bytesConfirmed(), total, p.attempt());
  }

  synchronized void downloaded(long bytes, OptionalLong total) {
    state(UploadState.DOWNLOADING);
    moved(bytes);
    UploadProgress p = latest;
    update(bytes, p.bytesSent(), p.bytesConfirmed(), total, p.attempt());
  }

  @Override
  public synchronized void sent(long offset) {
    bytesSentInAll += Math.max(0, offset - movedTo);
    moved(offset);
    UploadProgress p = latest;
    update(p.bytesDownloaded(), offset, p.bytesConfirmed(), p.total(), p.attempt());
  }

  @Override
  public void lastByteSent() {
    state(UploadState.FINALIZING);
  }

  /** YouTube said that it holds this much; sending goes on from there. */
  synchronized void confirmed(long offset) {
    movedTo = offset;
    UploadProgress p = latest;
    update(p.bytesDownloaded(), offset, offset, p.total(), p.attempt());
  }

  synchronized void attempt(int attempt) {
    UploadProgress p = latest;
    if (p.attempt() != attempt) {
      lastTold = timing.nanoTime() - INTERVAL_NANOS;
      update(p.bytesDownloaded(), p.bytesSent(), p.bytesConfirmed(), p.total(), attempt);
    }
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
      tell();
    }
  }

  private void tell() {
    lastTold = timing.nanoTime();
    try {
      listener.onProgress(latest);
    } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
      LOG.warn("The progress listener of upload {} failed", latest.uploadId(), e);
    }
  }
}

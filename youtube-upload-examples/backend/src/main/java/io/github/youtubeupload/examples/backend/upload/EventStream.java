package io.github.youtubeupload.examples.backend.upload;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One listener. Sends a state, waits for a change, sends again, until the upload is over. */
final class EventStream {
  private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
  private static final long HEARTBEAT_SECONDS = 15;

  private final String uploadId;
  private final SseEmitter emitter;
  private final Supplier<StatusView> newest;
  private final Semaphore changes = new Semaphore(1);
  private volatile boolean ended;

  EventStream(String uploadId, SseEmitter emitter, Supplier<StatusView> newest) {
    this.uploadId = uploadId;
    this.emitter = emitter;
    this.newest = newest;
  }

  String uploadId() {
    return uploadId;
  }

  void wake() {
    changes.release();
  }

  void end() {
    ended = true;
    wake();
  }

  void run() {
    try {
      while (!ended && step()) {}
      emitter.complete();
    } catch (IOException | IllegalStateException e) {
      // The listener has gone.
      emitter.completeWithError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      emitter.complete();
    } catch (RuntimeException e) {
      LOG.warn("The state of upload {} cannot be told", uploadId, e);
      emitter.complete(); // listeners come back by themselves
    }
  }

  /** Gives false when nothing more will come. */
  private boolean step() throws IOException, InterruptedException {
    if (!changes.tryAcquire(HEARTBEAT_SECONDS, TimeUnit.SECONDS)) {
      emitter.send(SseEmitter.event().comment("still here"));
      return true;
    }
    changes.drainPermits();
    if (ended) {
      return false;
    }
    StatusView state = newest.get();
    emitter.send(SseEmitter.event().name("status").data(state));
    return !state.isFinal();
  }
}

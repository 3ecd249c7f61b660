package io.github.youtubeupload.examples.backend.upload;

import io.github.youtubeupload.UploadProgress;
import io.github.youtubeupload.examples.backend.account.Owner;
import io.github.youtubeupload.examples.backend.web.ApiException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Live progress as server-sent events. Each listener has a thread and gets the newest state only,
 * so a slow one holds up neither its upload nor the others.
 */
@Component
final class EventStreams implements UploadObserver, SmartLifecycle {
  private static final int MOST = 256;
  private static final Duration LONGEST = Duration.ofHours(12);

  private final ObjectProvider<StatusViews> views;
  private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads =
      new ThreadPoolExecutor(0, MOST, 10, TimeUnit.SECONDS, new SynchronousQueue<>());
  private volatile boolean running;

  EventStreams(ObjectProvider<StatusViews> views) {
    this.views = views;
  }

  SseEmitter open(Owner owner, String uploadId) {
    SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
    EventStream stream =
        new EventStream(uploadId, emitter, () -> views.getObject().view(owner, uploadId));
    streams.add(stream);
    emitter.onCompletion(stream::end);
    emitter.onTimeout(stream::end);
    try {
      threads.execute(
          () -> {
            try {
              stream.run();
            } finally {
              streams.remove(stream);
            }
          });
    } catch (RejectedExecutionException e) {
      streams.remove(stream);
      throw ApiException.later(
          HttpStatus.SERVICE_UNAVAILABLE,
          "too_many_listeners",
          "Too many pages listen; ask /api/youtube/status instead",
          Duration.ofSeconds(30));
    }
    return emitter;
  }

  @Override
  public void progressed(UploadProgress progress) {
    wake(progress.uploadId());
  }

  @Override
  public void changed(String uploadId) {
    wake(uploadId);
  }

  private void wake(String uploadId) {
    streams.stream().filter(s -> s.uploadId().equals(uploadId)).forEach(EventStream::wake);
  }

  @Override
  public void start() {
    running = true;
  }

  /** Ends all streams, or a graceful shutdown would wait for them. */
  @Override
  public void stop() {
    running = false;
    streams.forEach(EventStream::end);
    threads.shutdown();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}

package io.github.youtubeupload;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of one client, all daemons: uploads, calls that cannot be interrupted, and a clock.
 */
final class Workers {
  private static final long IDLE_SECONDS = 10;

  final ThreadPoolExecutor uploads;
  final ExecutorService helpers;
  final ScheduledExecutorService scheduler;

  Workers(int maxConcurrentUploads) {
    uploads =
        new ThreadPoolExecutor(
            maxConcurrentUploads,
            maxConcurrentUploads,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            threads("youtube-upload-"));
    uploads.allowCoreThreadTimeOut(true);
    helpers = Executors.newCachedThreadPool(threads("youtube-upload-helper-"));
    ScheduledThreadPoolExecutor clock =
        new ScheduledThreadPoolExecutor(1, threads("youtube-upload-clock-"));
    clock.setRemoveOnCancelPolicy(true);
    scheduler = clock;
  }

  /** Waits for the uploads to unwind, which takes milliseconds, and then ends every thread. */
  void close() {
    uploads.shutdown();
    scheduler.shutdownNow();
    try {
      uploads.awaitTermination(IDLE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    uploads.shutdownNow();
    helpers.shutdown();
  }

  private static ThreadFactory threads(String prefix) {
    AtomicInteger number = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, prefix + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}

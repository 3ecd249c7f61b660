package io.github.youtubeupload.internal.concurrent;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads of one client, all daemons: uploads, calls that cannot be interrupted, and a clock.
 */
public final class ClientThreads {
  private static final long IDLE_SECONDS = 10;

  public final ThreadPoolExecutor uploads;
  public final ExecutorService helpers;
  public final ScheduledExecutorService scheduler;

  public ClientThreads(int maxConcurrentUploads) {
    uploads =
        new ThreadPoolExecutor(
            maxConcurrentUploads,
            maxConcurrentUploads,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            DaemonThreads.named("youtube-upload-"));
    uploads.allowCoreThreadTimeOut(true);
    helpers = Executors.newCachedThreadPool(DaemonThreads.named("youtube-upload-helper-"));
    ScheduledThreadPoolExecutor clock =
        new ScheduledThreadPoolExecutor(1, DaemonThreads.named("youtube-upload-clock-"));
    clock.setRemoveOnCancelPolicy(true);
    scheduler = clock;
  }

  /**
   * Lets what is under way come to its end, which is all there is after the uploads were stopped.
   */
  public void close() {
    uploads.shutdown();
    scheduler.shutdownNow();
    helpers.shutdown();
  }
}

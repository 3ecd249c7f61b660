package io.github.youtubeupload.internal.concurrent;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/**
 * The threads of one client, all daemons: uploads, calls that cannot be interrupted, and a clock.
 */
public final class ClientThreads {
  public final FairExecutor uploads;
  public final ExecutorService helpers;
  public final ScheduledExecutorService scheduler;

  public ClientThreads(int uploadsAtOnce, int ofOneAccount) {
    uploads = new FairExecutor(uploadsAtOnce, ofOneAccount, "youtube-upload-");
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

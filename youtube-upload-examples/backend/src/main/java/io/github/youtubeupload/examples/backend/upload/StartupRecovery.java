package io.github.youtubeupload.examples.backend.upload;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Goes on with what an earlier process left, before the first request is taken. */
@Component
final class StartupRecovery implements SmartLifecycle {
  private final Uploads uploads;
  private volatile boolean running;

  StartupRecovery(Uploads uploads) {
    this.uploads = uploads;
  }

  @Override
  public void start() {
    uploads.recover();
    running = true;
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before the web server, which starts near the end. */
  @Override
  public int getPhase() {
    return 0;
  }
}

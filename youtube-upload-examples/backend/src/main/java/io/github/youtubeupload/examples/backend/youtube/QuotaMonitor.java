package io.github.youtubeupload.examples.backend.youtube;

import io.github.youtubeupload.UploadClient;
import io.github.youtubeupload.quota.QuotaStatus;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Asks the ledger every few seconds, so that meters and health never wait for a database. Gives
 * what was found last, and nothing while the ledger does not answer.
 */
@Component
public final class QuotaMonitor implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(QuotaMonitor.class);
  private static final long SECONDS = 5;

  private final UploadClient client;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread daemon = new Thread(task, "quota-monitor");
            daemon.setDaemon(true);
            return daemon;
          });
  private volatile Optional<QuotaStatus> latest = Optional.empty();
  private boolean answered = true;

  QuotaMonitor(UploadClient client) {
    this.client = client;
    ask();
    var ignored = thread.scheduleWithFixedDelay(this::ask, SECONDS, SECONDS, TimeUnit.SECONDS);
  }

  /** Of a few seconds ago at most; empty while the ledger does not answer. Does no I/O. */
  public Optional<QuotaStatus> latest() {
    return latest;
  }

  private synchronized void ask() {
    try {
      latest = Optional.of(client.quota());
      if (!answered) {
        LOG.info("The quota ledger answers again");
      }
      answered = true;
    } catch (RuntimeException e) {
      latest = Optional.empty();
      if (answered) {
        LOG.warn("The quota ledger does not answer: {}", e.getMessage());
      }
      answered = false;
    }
  }

  @Override
  public void destroy() {
    thread.shutdownNow();
  }
}

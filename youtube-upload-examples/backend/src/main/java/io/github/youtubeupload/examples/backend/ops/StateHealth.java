package io.github.youtubeupload.examples.backend.ops;

import io.github.youtubeupload.examples.backend.state.StateDirectory;
import io.github.youtubeupload.examples.backend.youtube.QuotaMonitor;
import java.io.IOException;
import java.nio.file.Files;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Up while the state directory has room to write and the quota ledger answers. */
@Component
final class StateHealth implements HealthIndicator {
  private final StateDirectory state;
  private final QuotaMonitor quota;

  StateHealth(StateDirectory state, QuotaMonitor quota) {
    this.state = state;
    this.quota = quota;
  }

  @Override
  public Health health() {
    if (!Files.isWritable(state.root())) {
      return Health.down().withDetail("state", "the state directory cannot be written").build();
    }
    if (!hasRoom()) {
      return Health.down().withDetail("state", "the disk of the state directory is full").build();
    }
    return quota
        .latest()
        .map(now -> Health.up().withDetail("uploads_left", now.uploadsRemaining()).build())
        .orElseGet(() -> Health.down().withDetail("quota", "the ledger does not answer").build());
  }

  private boolean hasRoom() {
    try {
      return state.room() > StateDirectory.RESERVE;
    } catch (IOException e) {
      return false;
    }
  }
}

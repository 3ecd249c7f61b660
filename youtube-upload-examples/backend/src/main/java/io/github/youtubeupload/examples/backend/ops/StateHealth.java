package io.github.youtubeupload.examples.backend.ops;

import io.github.youtubeupload.UploadClient;
import io.github.youtubeupload.examples.backend.state.StateDirectory;
import java.nio.file.Files;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Up while the state directory can be written and the quota ledger answers. */
@Component
final class StateHealth implements HealthIndicator {
  private final StateDirectory state;
  private final UploadClient client;

  StateHealth(StateDirectory state, UploadClient client) {
    this.state = state;
    this.client = client;
  }

  @Override
  public Health health() {
    if (!Files.isWritable(state.root())) {
      return Health.down().withDetail("state", "the state directory cannot be written").build();
    }
    try {
      return Health.up().withDetail("uploads_left", client.quota().uploadsRemaining()).build();
    } catch (RuntimeException e) {
      return Health.down().withDetail("quota", "the ledger does not answer").build();
    }
  }
}

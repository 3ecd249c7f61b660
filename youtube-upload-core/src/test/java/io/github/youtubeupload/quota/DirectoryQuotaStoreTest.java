package io.github.youtubeupload.quota;

import io.github.youtubeupload.contract.QuotaDayContract;
import io.github.youtubeupload.contract.SettableClock;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.io.TempDir;

class DirectoryQuotaStoreTest extends QuotaDayContract {
  @TempDir Path state;
  private final SettableClock clock = new SettableClock();

  @Override
  protected QuotaStore open() {
    return DirectoryQuotaStore.open(state, clock);
  }

  @Override
  protected void timeIs(Instant now) {
    clock.set(now);
  }
}

package io.github.youtubeupload.quota;

import io.github.youtubeupload.contract.QuotaDayContract;
import io.github.youtubeupload.contract.SettableClock;
import java.time.Instant;

class InMemoryQuotaStoreTest extends QuotaDayContract {
  private final SettableClock clock = new SettableClock();

  @Override
  protected QuotaStore open() {
    return new InMemoryQuotaStore(clock);
  }

  @Override
  protected void timeIs(Instant now) {
    clock.set(now);
  }
}

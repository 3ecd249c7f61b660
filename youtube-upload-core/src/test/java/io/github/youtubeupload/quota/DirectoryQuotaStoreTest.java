package io.github.youtubeupload.quota;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.youtubeupload.contract.QuotaDayContract;
import io.github.youtubeupload.contract.SettableClock;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
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

  @Test
  void waitsForAnotherCopyOfTheLibraryInThisJvm() throws Exception {
    QuotaStore store = open();
    FileChannel other = FileChannel.open(state.resolve("quota/lock"), CREATE, WRITE);
    other.lock();
    FutureTask<List<QuotaEntry>> entries = new FutureTask<>(() -> store.entries("p"));
    Thread reader = new Thread(entries);
    reader.start();
    while (reader.getState() != Thread.State.TIMED_WAITING && reader.isAlive()) {
      LockSupport.parkNanos(100_000);
    }
    other.close();

    assertThat(entries.get()).isEmpty();
  }
}

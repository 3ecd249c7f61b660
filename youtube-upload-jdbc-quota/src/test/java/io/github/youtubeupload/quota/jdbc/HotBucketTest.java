package io.github.youtubeupload.quota.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.youtubeupload.quota.QuotaPolicy;
import io.github.youtubeupload.quota.QuotaReservation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two hundred threads of one process on one bucket, under every isolation and kind of commit. */
class HotBucketTest {

  @ParameterizedTest
  @CsvSource({
    "TRANSACTION_READ_COMMITTED, true",
    "TRANSACTION_READ_COMMITTED, false",
    "TRANSACTION_REPEATABLE_READ, true",
    "TRANSACTION_SERIALIZABLE, false",
  })
  void twoHundredThreadsAreGrantedExactlyWhatFits(String isolation, boolean autoCommit)
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(200);
    try (HikariDataSource pool =
        PostgresServer.NEWEST.pool(8, config -> strict(config, isolation, autoCommit))) {
      JdbcQuotaStore store = new TestLedger(pool).store();
      List<Callable<Boolean>> wishes = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        QuotaReservation wish =
            new QuotaReservation(
                // every reservation is asked for twice, as if an answer had been lost
                "r" + i / 2, "p", QuotaPolicy.GENERAL, 160, 10_000, "u", Duration.ofHours(1));
        wishes.add(() -> store.reserve(wish).granted());
      }
      int granted = 0;
      for (Future<Boolean> each : threads.invokeAll(wishes)) {
        granted += each.get() ? 1 : 0;
      }
      assertThat(granted).isEqualTo(2 * 62);
      assertThat(store.entries("p")).hasSize(62);
      assertThat(store.usage("p", QuotaPolicy.GENERAL).used()).isEqualTo(62 * 160);
    } finally {
      threads.shutdownNow();
    }
  }

  private static void strict(HikariConfig connections, String isolation, boolean autoCommit) {
    connections.setTransactionIsolation(isolation);
    connections.setAutoCommit(autoCommit);
  }
}

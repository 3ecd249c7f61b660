package io.github.youtubeupload.quota.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.github.youtubeupload.quota.QuotaPolicy;
import io.github.youtubeupload.quota.QuotaReservation;
import io.github.youtubeupload.quota.QuotaSettlement;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Behind a pooler in transaction mode, with the driver as it comes. */
@Timeout(120)
class PgBouncerTest {
  private static final int WORKERS = 8;
  private static final int RESERVATIONS = 25;

  @TempDir Path directory;

  @Test
  void theLedgerCountsBehindAPoolerInTransactionMode() throws Exception {
    String url = PostgresServer.NEWEST.url();
    int port = URI.create(url.substring("jdbc:".length())).getPort();
    ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
    try (HikariDataSource direct = PostgresServer.NEWEST.pool(2, config -> {});
        PgBouncer bouncer = new PgBouncer(directory, port);
        HikariDataSource pooled =
            PostgresServer.pool(
                url.replace(":" + port + "/", ":" + bouncer.port() + "/"), WORKERS, config -> {})) {
      TestLedger ledger = new TestLedger(direct);
      ledger.execute(
          "drop table %1$s.youtube_quota_usage, %1$s.youtube_quota_reservation"
              .formatted(ledger.schema));
      JdbcQuotaStore store = JdbcQuotaStore.create(pooled, ledger.schema);
      store.createTables();
      List<Future<?>> all =
          IntStream.range(0, WORKERS)
              .<Future<?>>mapToObj(worker -> workers.submit(() -> spend(store, worker)))
              .toList();
      for (Future<?> each : all) {
        each.get();
      }
      assertThat(store.usage("p", QuotaPolicy.UPLOADS).used()).isEqualTo(WORKERS * RESERVATIONS);
      assertThat(store.entries("p")).hasSize(WORKERS * RESERVATIONS);
    } finally {
      workers.shutdownNow();
    }
  }

  /** Without a pooler the driver's names are welcome: they spare the planning. */
  @Test
  void statementsKeepTheirNamesOnADirectConnection() throws Exception {
    try (HikariDataSource direct = PostgresServer.NEWEST.pool(1, config -> {})) {
      JdbcQuotaStore store = new TestLedger(direct).store();
      for (int i = 0; i < 10; i++) {
        store.usage("p", QuotaPolicy.UPLOADS);
      }
      try (Connection connection = direct.getConnection();
          Statement statement = connection.createStatement();
          ResultSet row =
              statement.executeQuery(
                  "select count(*) from pg_prepared_statements where statement like '%quota_usage%'")) {
        assertThat(row.next()).isTrue();
        assertThat(row.getInt(1)).isPositive();
      }
    }
  }

  private static void spend(JdbcQuotaStore store, int worker) {
    for (int i = 0; i < RESERVATIONS; i++) {
      String id = worker + "#" + i;
      QuotaReservation wish =
          new QuotaReservation(id, "p", QuotaPolicy.UPLOADS, 1, 1000, "u", Duration.ofMinutes(10));
      assertThat(store.reserve(wish).granted()).isTrue();
      store.settle("p", id, QuotaSettlement.SPENT);
      store.usage("p", QuotaPolicy.UPLOADS);
    }
  }
}

package io.github.youtubeupload.quota.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.youtubeupload.contract.QuotaDayContract;
import io.github.youtubeupload.quota.QuotaStore;
import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;

/** The contract on one server and kind of connection. */
abstract class PostgresContract extends QuotaDayContract {
  private final HikariDataSource pool;
  private TestLedger ledger;

  PostgresContract(PostgresServer server, Consumer<HikariConfig> connections) {
    pool = server.pool(2, connections);
  }

  @Override
  protected QuotaStore open() {
    ledger = new TestLedger(pool);
    return ledger.store();
  }

  @Override
  protected void timeIs(Instant now) {
    ledger.timeIs(now);
  }

  @AfterEach
  void closeThePool() {
    pool.close();
  }
}

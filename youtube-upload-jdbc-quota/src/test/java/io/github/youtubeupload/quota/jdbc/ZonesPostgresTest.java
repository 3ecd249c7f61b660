package io.github.youtubeupload.quota.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.github.youtubeupload.contract.QuotaZoneContract;
import org.junit.jupiter.api.AfterEach;

class ZonesPostgresTest extends QuotaZoneContract {
  private final HikariDataSource pool = PostgresServer.NEWEST.pool(1, config -> {});

  ZonesPostgresTest() {
    super(PostgresOpener.class);
  }

  @Override
  protected String location() {
    return PostgresServer.NEWEST.url() + " " + new TestLedger(pool).schema;
  }

  @AfterEach
  void closeThePool() {
    pool.close();
  }
}

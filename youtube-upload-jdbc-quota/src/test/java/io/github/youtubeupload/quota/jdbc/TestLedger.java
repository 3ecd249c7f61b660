package io.github.youtubeupload.quota.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Tables in a schema of their own, with a database clock that a test sets. */
final class TestLedger {
  final DataSource dataSource;
  final String schema = "quota_" + UUID.randomUUID().toString().replace('-', '_');

  TestLedger(DataSource dataSource) {
    this.dataSource = dataSource;
    execute("create schema " + schema);
    store().createTables();
    execute("create table %s.clock as select statement_timestamp() as now".formatted(schema));
  }

  JdbcQuotaStore store() {
    return storeOn(dataSource);
  }

  JdbcQuotaStore storeOn(DataSource other) {
    return storeOn(other, "(select now from %s.clock)".formatted(schema));
  }

  JdbcQuotaStore storeOn(DataSource other, String now) {
    return JdbcQuotaStore.create(other, Optional.of(schema), now, Duration.ofSeconds(10));
  }

  void timeIs(Instant now) {
    execute("update %s.clock set now = '%s'".formatted(schema, now));
  }

  void execute(String sql) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
      if (!connection.getAutoCommit()) {
        connection.commit();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}

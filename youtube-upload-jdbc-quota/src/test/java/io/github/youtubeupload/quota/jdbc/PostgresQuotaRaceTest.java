package io.github.youtubeupload.quota.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.github.youtubeupload.contract.QuotaRaceContract;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;

class PostgresQuotaRaceTest extends QuotaRaceContract {
  private final HikariDataSource pool = PostgresServer.NEWEST.pool(2, config -> {});
  private final TestLedger ledger = new TestLedger(pool);

  PostgresQuotaRaceTest() {
    super(PostgresOpener.class);
  }

  @Override
  protected String location() {
    return PostgresServer.NEWEST.url() + " " + ledger.schema;
  }

  /** The server finishes the statement of a client that is gone. */
  @Override
  protected void awaitQuiet() {
    long end = System.nanoTime() + 30_000_000_000L;
    while (racersAtWork() > 0) {
      if (System.nanoTime() > end) {
        throw new AssertionError("the statements of killed racers do not end");
      }
      LockSupport.parkNanos(1_000_000);
    }
  }

  private long racersAtWork() {
    String question =
        "select count(*) from pg_stat_activity where state <> 'idle' and application_name = '%s'";
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(question.formatted(PostgresOpener.APPLICATION))) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterEach
  void closeThePool() {
    pool.close();
  }
}

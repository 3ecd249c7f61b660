package io.github.youtubeupload.quota.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.github.youtubeupload.quota.QuotaDay;
import io.github.youtubeupload.quota.QuotaEntry;
import io.github.youtubeupload.quota.QuotaPolicy;
import io.github.youtubeupload.quota.QuotaReservation;
import io.github.youtubeupload.quota.QuotaUsage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** This node's clock is two days off the database's: the database's counts. */
class DatabaseClockTest {

  @ParameterizedTest
  @ValueSource(strings = {"+ interval '2 days'", "- interval '2 days'", ""})
  void theDatabasesClockDecidesAboutDaysAndLeases(String skew) throws SQLException {
    try (HikariDataSource pool = PostgresServer.NEWEST.pool(2, config -> {})) {
      TestLedger ledger = new TestLedger(pool);
      JdbcQuotaStore store = ledger.storeOn(pool, LedgerSql.DATABASE_CLOCK + skew);
      Instant before = databaseTime(pool, skew);
      assertThat(reserve(store, "a", Duration.ofHours(1))).isTrue();
      QuotaUsage usage = store.usage("p", QuotaPolicy.UPLOADS);
      Instant after = databaseTime(pool, skew);

      assertThat(usage.day()).isBetween(QuotaDay.of(before), QuotaDay.of(after));
      assertThat(usage.resetsAt()).isEqualTo(QuotaDay.endOf(usage.day()));
      assertThat(store.entries("p").get(0).reservedAt()).isBetween(before, after);
      assertThat(store.entries("p").get(0).state()).isEqualTo(QuotaEntry.State.HELD);
      assertThat(reserve(store, "b", Duration.ofHours(1))).isFalse();
    }
  }

  private static boolean reserve(JdbcQuotaStore store, String id, Duration lease) {
    return store
        .reserve(new QuotaReservation(id, "p", QuotaPolicy.UPLOADS, 1, 1, "u", lease))
        .granted();
  }

  private static Instant databaseTime(HikariDataSource pool, String skew) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select " + LedgerSql.DATABASE_CLOCK + skew)) {
      row.next();
      return row.getObject(1, OffsetDateTime.class).toInstant();
    }
  }
}

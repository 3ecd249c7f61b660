package io.github.youtubeupload.quota.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.github.youtubeupload.quota.QuotaStoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is said when Postgres or the pool gives no answer. */
class SqlFailuresTest {
  @Test
  void aPoolWithoutAFreeConnectionIsNamedAndNoStateIsMadeUp() throws Exception {
    try (HikariDataSource pool =
            PostgresServer.NEWEST.pool(1, config -> config.setConnectionTimeout(250));
        Connection taken = pool.getConnection()) {
      JdbcQuotaStore store =
          JdbcQuotaStore.create(pool, Optional.empty(), "now()", Duration.ofMillis(1));
      assertThatThrownBy(() -> store.usage("p", "b"))
          .isInstanceOf(QuotaStoreException.class)
          .hasMessageContaining("The pool gave no connection in time: make it larger")
          .hasMessageNotContaining("SQLSTATE");
      assertThat(taken.isClosed()).isFalse();
    }
  }

  @Test
  void whoeverLosesItsStatementsToAPoolerIsToldWhatToSet() {
    SQLException lost = new SQLException("prepared statement \"S_1\" already exists", "42P05");
    assertThat(SqlFailures.message("reserve in", lost))
        .contains("(SQLSTATE 42P05)", "prepareThreshold=0", "max_prepared_statements");
  }
}

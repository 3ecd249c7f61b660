package io.github.youtubeupload.quota.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.github.youtubeupload.quota.QuotaDecision;
import io.github.youtubeupload.quota.QuotaPolicy;
import io.github.youtubeupload.quota.QuotaReservation;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A reservation that is sent again while the first sending of it is still under way. */
class RepeatedReservationTest {
  private static final QuotaReservation LAST =
      new QuotaReservation("a", "p", QuotaPolicy.UPLOADS, 1, 1, "u", Duration.ofHours(1));

  @Test
  void isGrantedWhenTheFirstOneTookTheLastRoom() throws Exception {
    assertThat(whileTheRoomIsTaken("a").granted()).isTrue();
  }

  @Test
  void isRefusedWhenAnotherTookTheLastRoom() throws Exception {
    assertThat(whileTheRoomIsTaken("b").granted()).isFalse();
  }

  /** The answer to {@link #LAST} if a reservation takes all while the statement waits. */
  private static QuotaDecision whileTheRoomIsTaken(String by) throws Exception {
    try (HikariDataSource pool = PostgresServer.NEWEST.pool(4, config -> {})) {
      TestLedger ledger = new TestLedger(pool);
      try (Connection first = pool.getConnection()) {
        first.setAutoCommit(false);
        take(first, ledger.schema, by);
        CompletableFuture<QuotaDecision> again =
            CompletableFuture.supplyAsync(() -> ledger.store().reserve(LAST));
        awaitOneThatWaits(pool, ledger.schema, again);
        first.commit();
        first.setAutoCommit(true);
        return again.get();
      }
    }
  }

  private static void take(Connection connection, String schema, String id) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          """
          insert into %1$s.youtube_quota_usage (project, bucket, day, used)
            select 'p', '%2$s', (now at time zone 'America/Los_Angeles')::date, 1 from %1$s.clock;
          insert into %1$s.youtube_quota_reservation
            select 'p', '%3$s', 'u', '%2$s', (now at time zone 'America/Los_Angeles')::date, 1,
                   now, now + interval '1 hour', 'HELD' from %1$s.clock
          """
              .formatted(schema, QuotaPolicy.UPLOADS, id));
    }
  }

  private static void awaitOneThatWaits(HikariDataSource pool, String schema, Future<?> again)
      throws SQLException {
    try (Connection watcher = pool.getConnection();
        Statement statement = watcher.createStatement()) {
      boolean waits = false;
      while (!waits && !again.isDone()) {
        try (ResultSet row =
            statement.executeQuery(
                "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                    + " and query like '%%%s.%%' and pid <> pg_backend_pid()".formatted(schema))) {
          row.next();
          waits = row.getInt(1) > 0;
        }
      }
    }
  }
}

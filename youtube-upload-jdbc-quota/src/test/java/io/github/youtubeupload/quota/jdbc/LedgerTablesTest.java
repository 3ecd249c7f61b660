package io.github.youtubeupload.quota.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.github.youtubeupload.quota.QuotaPolicy;
import io.github.youtubeupload.quota.QuotaReservation;
import io.github.youtubeupload.quota.QuotaSettlement;
import io.github.youtubeupload.quota.QuotaStoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables: how they come to be, who may use them, what they refuse, and what is pruned. */
class LedgerTablesTest {
  private static final Instant NOON = Instant.parse("2026-11-20T20:00:00Z");

  private final HikariDataSource pool = PostgresServer.NEWEST.pool(8, config -> {});

  @AfterEach
  void closeThePool() {
    pool.close();
  }

  private static boolean reserve(JdbcQuotaStore store, String id) {
    return store
        .reserve(
            new QuotaReservation(id, "p", QuotaPolicy.UPLOADS, 1, 10, "u", Duration.ofMinutes(10)))
        .granted();
  }

  @Test
  void manyMachinesCanCreateTheTablesAtOnce() throws Exception {
    TestLedger ledger = new TestLedger(pool);
    ledger.execute(
        "drop schema %s cascade; create schema %s".formatted(ledger.schema, ledger.schema));
    JdbcQuotaStore store = JdbcQuotaStore.create(pool, ledger.schema);
    ExecutorService machines = Executors.newFixedThreadPool(8);
    try {
      List<Future<?>> all =
          IntStream.range(0, 8)
              .<Future<?>>mapToObj(i -> machines.submit(store::createTables))
              .toList();
      for (Future<?> each : all) {
        each.get();
      }
    } finally {
      machines.shutdownNow();
    }
    assertThat(reserve(store, "a")).isTrue();
  }

  @Test
  void aTableThatIsNotOursIsNotTakenForOurs() throws Exception {
    TestLedger ledger = new TestLedger(pool);
    ledger.execute("drop table %s.youtube_quota_reservation".formatted(ledger.schema));
    JdbcQuotaStore store = JdbcQuotaStore.create(pool, ledger.schema);

    assertThatThrownBy(store::createTables)
        .isInstanceOf(QuotaStoreException.class)
        .hasMessageContaining("only one of the tables");
  }

  @Test
  void withoutTablesTheErrorSaysWhatToRun() {
    assertThatThrownBy(() -> JdbcQuotaStore.create(pool, "no_such_schema").usage("p", "b"))
        .isInstanceOf(QuotaStoreException.class)
        .hasMessageContaining("V1__youtube_quota.sql or createTables()");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a\"b", "a;drop", "1a", "a.b", "ş"})
  void aSchemaIsAPlainName(String schema) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JdbcQuotaStore.create(pool, schema))
        .withMessageContaining("schema must be");
  }

  @Test
  void theSearchPathFindsTheTablesIfNoSchemaIsNamed() {
    TestLedger ledger = new TestLedger(pool);
    try (HikariDataSource single =
        PostgresServer.NEWEST.pool(1, config -> config.setSchema(ledger.schema))) {
      JdbcQuotaStore store = JdbcQuotaStore.create(single);
      store.createTables();
      assertThat(reserve(store, "a")).isTrue();
      assertThat(JdbcQuotaStore.create(pool, ledger.schema).entries("p")).hasSize(1);
    }
  }

  @Test
  void aRoleNeedsNoMoreThanTheDocumentedRights() {
    TestLedger ledger = new TestLedger(pool);
    String role = ledger.schema + "_role";
    ledger.execute("create role %s login".formatted(role));
    ledger.execute("grant usage on schema %s to %s".formatted(ledger.schema, role));
    ledger.execute(
        "grant select, insert, update on %1$s.youtube_quota_usage, %1$s.youtube_quota_reservation to %2$s"
            .formatted(ledger.schema, role));
    try (HikariDataSource least =
        PostgresServer.NEWEST.pool(1, config -> config.setConnectionInitSql("set role " + role))) {
      JdbcQuotaStore store = JdbcQuotaStore.create(least, ledger.schema);
      store.createTables();
      assertThat(reserve(store, "a")).isTrue();
      store.settle("p", "a", QuotaSettlement.SPENT);
      store.refused("p", "a");
      assertThat(store.entries("p")).hasSize(1);
      assertThat(store.usage("p", QuotaPolicy.UPLOADS).used()).isEqualTo(1);
      assertThatThrownBy(() -> store.prune(30))
          .isInstanceOf(QuotaStoreException.class)
          .hasMessageContaining("Grant the role");
    }
  }

  @Test
  void pruningDeletesOldDaysOnly() {
    TestLedger ledger = new TestLedger(pool);
    JdbcQuotaStore store = ledger.store();
    for (int daysAgo : new int[] {31, 30, 0}) {
      ledger.timeIs(NOON.minus(Duration.ofDays(daysAgo)));
      reserve(store, "days ago: " + daysAgo);
    }
    ledger.timeIs(NOON);
    assertThat(store.prune(30)).isEqualTo(1);
    assertThat(store.prune(30)).isZero();
    store.settle("p", "days ago: 30", QuotaSettlement.GIVEN_BACK);
    assertThatThrownBy(() -> store.settle("p", "days ago: 31", QuotaSettlement.SPENT))
        .isInstanceOf(QuotaStoreException.class);
    assertThat(store.usage("p", QuotaPolicy.UPLOADS).used()).isEqualTo(1);
    assertThatIllegalArgumentException().isThrownBy(() -> store.prune(13));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into %s.youtube_quota_usage values ('p', 'b', '2026-01-01', -1)",
        "insert into %1$s.youtube_quota_usage values ('p', 'b', '2026-01-01', 1), ('p', 'b', '2026-01-01', 2)",
        "insert into %s.youtube_quota_reservation values"
            + " ('p', 'i', 'u', 'b', '2026-01-01', 0, now(), now(), 'HELD')",
        "insert into %s.youtube_quota_reservation values"
            + " ('p', 'i', 'u', 'b', '2026-01-01', 1, now(), now(), 'LOST')",
      })
  void theTablesRefuseWhatCannotBe(String statement) {
    TestLedger ledger = new TestLedger(pool);
    assertThatThrownBy(() -> ledger.execute(statement.formatted(ledger.schema)))
        .rootCause()
        .hasMessageContaining("constraint");
  }

  @ParameterizedTest
  @EnumSource(PostgresServer.class)
  void theServersAreTheOldestAndTheNewestSupported(PostgresServer server) throws Exception {
    try (HikariDataSource one = server.pool(1, config -> {});
        var connection = one.getConnection()) {
      assertThat(connection.getMetaData().getDatabaseMajorVersion())
          .isEqualTo(server == PostgresServer.NEWEST ? 18 : 14);
    }
  }
}

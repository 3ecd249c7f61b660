package io.github.youtubeupload.quota.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.github.youtubeupload.FreePort;
import io.github.youtubeupload.quota.QuotaEntry;
import io.github.youtubeupload.quota.QuotaPolicy;
import io.github.youtubeupload.quota.QuotaReservation;
import io.github.youtubeupload.quota.QuotaSettlement;
import io.github.youtubeupload.quota.QuotaStoreException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server goes away in the middle of a run, and comes back. */
class RestartedPostgresTest {
  private static final int WORKERS = 8;
  private static final int LIMIT = 400;

  @TempDir Path data;

  private EmbeddedPostgres start(int port) throws IOException {
    return PostgresServer.builder()
        .setDataDirectory(data.resolve("postgres"))
        .setCleanDataDirectory(false)
        .setPort(port)
        .start();
  }

  @Test
  void aStopInMidRunDelaysButNeitherLosesNorDoublesACharge() throws Exception {
    int port = FreePort.next();
    EmbeddedPostgres server = start(port);
    ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
    try (HikariDataSource pool =
        PostgresServer.pool(
            server.getJdbcUrl("postgres", "postgres"),
            4,
            config -> {
              config.setConnectionTimeout(500);
              config.setInitializationFailTimeout(-1);
            })) {
      JdbcQuotaStore store = new TestLedger(pool).store();
      CountDownLatch underWay = new CountDownLatch(LIMIT / 4);
      List<Future<List<String>>> running =
          IntStream.range(0, WORKERS)
              .mapToObj(worker -> workers.submit(() -> spend(store, worker, underWay)))
              .toList();
      underWay.await();
      server.close();
      assertThatThrownBy(
              () ->
                  JdbcQuotaStore.create(
                          pool, Optional.empty(), LedgerSql.DATABASE_CLOCK, Duration.ofSeconds(1))
                      .usage("p", QuotaPolicy.UPLOADS),
              "while it is away: an error after the store's patience")
          .isInstanceOf(QuotaStoreException.class)
          .hasMessageContaining("Could not read the quota ledger in Postgres");
      server = start(port);
      long granted = 0;
      for (Future<List<String>> each : running) {
        granted += each.get().size();
      }
      assertThat(granted).isEqualTo(LIMIT);
      assertThat(store.usage("p", QuotaPolicy.UPLOADS).used()).isEqualTo(LIMIT);
      assertThat(store.entries("p"))
          .hasSize(LIMIT)
          .allMatch(entry -> entry.state() == QuotaEntry.State.SPENT);
    } finally {
      workers.shutdownNow();
      server.close();
    }
  }

  /** What an upload does when the ledger fails: it fails, and is resumed with the same id. */
  private static List<String> spend(JdbcQuotaStore store, int worker, CountDownLatch underWay) {
    return IntStream.range(0, LIMIT)
        .mapToObj(i -> worker + "-" + i)
        .takeWhile(
            id -> {
              underWay.countDown();
              return untilItAnswers(() -> reserveAndSpend(store, id));
            })
        .toList();
  }

  private static boolean reserveAndSpend(JdbcQuotaStore store, String id) {
    QuotaReservation wish =
        new QuotaReservation(
            id, "p", QuotaPolicy.UPLOADS, 1, LIMIT, "u" + id, Duration.ofMinutes(10));
    if (!store.reserve(wish).granted()) {
      return false;
    }
    store.settle("p", id, QuotaSettlement.SPENT);
    return true;
  }

  private interface Question {
    boolean ask();
  }

  private static boolean untilItAnswers(Question question) {
    while (true) {
      try {
        return question.ask();
      } catch (QuotaStoreException e) {
        assertThat(e).hasMessageContaining("says nothing about the quota itself");
      }
    }
  }
}

package io.github.youtubeupload.quota.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.github.youtubeupload.quota.QuotaEntry;
import io.github.youtubeupload.quota.QuotaPolicy;
import io.github.youtubeupload.quota.QuotaReservation;
import io.github.youtubeupload.quota.QuotaSettlement;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The answer to a statement is lost after it was committed. */
class LostConnectionTest {
  private static final String BUCKET = QuotaPolicy.UPLOADS;

  private final HikariDataSource direct = PostgresServer.NEWEST.pool(2, config -> {});
  private final TestLedger ledger = new TestLedger(direct);
  private final CuttingProxy proxy;
  private final HikariDataSource throughProxy;
  private final JdbcQuotaStore store;

  LostConnectionTest() throws IOException {
    String url = PostgresServer.NEWEST.url();
    int port = URI.create(url.substring("jdbc:".length())).getPort();
    proxy = new CuttingProxy(port);
    throughProxy =
        PostgresServer.pool(
            url.replace(":" + port + "/", ":" + proxy.port() + "/"), 1, config -> {});
    store = ledger.storeOn(throughProxy);
    store.usage("p", BUCKET); // the pool has its connection
  }

  @AfterEach
  void close() {
    throughProxy.close();
    proxy.close();
    direct.close();
  }

  private boolean reserve(String id) {
    return store
        .reserve(new QuotaReservation(id, "p", BUCKET, 1, 1, "u", Duration.ofMinutes(10)))
        .granted();
  }

  @Test
  void aReservationWhoseAnswerWasLostIsGrantedOnce() {
    proxy.cutNextAnswers(1);
    assertThat(reserve("a")).isTrue();
    assertThat(proxy.answersCut()).isEqualTo(1);
    assertThat(ledger.store().usage("p", BUCKET).used()).isEqualTo(1);
    assertThat(ledger.store().entries("p")).hasSize(1);
  }

  @Test
  void aRefusalWhoseAnswerWasLostIsStillARefusal() {
    reserve("a");
    proxy.cutNextAnswers(1);
    assertThat(reserve("b")).isFalse();
    assertThat(ledger.store().usage("p", BUCKET).used()).isEqualTo(1);
  }

  @Test
  void aSettlementWhoseAnswerWasLostIsMadeOnce() {
    reserve("a");
    for (QuotaSettlement settlement :
        new QuotaSettlement[] {
          QuotaSettlement.SPENT, QuotaSettlement.GIVEN_BACK, QuotaSettlement.SPENT
        }) {
      proxy.cutNextAnswers(1);
      store.settle("p", "a", settlement);
      assertThat(ledger.store().entries("p"))
          .extracting(QuotaEntry::state)
          .containsExactly(QuotaEntry.State.valueOf(settlement.name()));
      assertThat(ledger.store().usage("p", BUCKET).used())
          .isEqualTo(settlement == QuotaSettlement.SPENT ? 1 : 0);
    }
    assertThat(proxy.answersCut()).isEqualTo(3);
  }

  @Test
  void aRefusalOfGooglesIsWrittenDownAlthoughTheAnswerWasLost() {
    reserve("a");
    proxy.cutNextAnswers(3);
    store.refused("p", "a");
    assertThat(ledger.store().usage("p", BUCKET).exhausted()).isTrue();
  }
}

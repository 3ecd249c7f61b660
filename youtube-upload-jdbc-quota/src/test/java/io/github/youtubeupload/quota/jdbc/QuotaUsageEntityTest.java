package io.github.youtubeupload.quota.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.github.youtubeupload.quota.QuotaPolicy;
import io.github.youtubeupload.quota.QuotaReservation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.Test;

class QuotaUsageEntityTest {

  @Test
  void hibernateAcceptsTheTablesAndReadsTheUsage() {
    try (HikariDataSource pool = PostgresServer.NEWEST.pool(2, config -> {})) {
      TestLedger ledger = new TestLedger(pool);
      ledger.timeIs(Instant.parse("2026-11-20T20:00:00Z"));
      ledger
          .store()
          .reserve(
              new QuotaReservation(
                  "a", "p", QuotaPolicy.GENERAL, 1600, 10_000, "u", Duration.ofMinutes(10)));
      ledger.store().refused("p", "a");

      Configuration configuration = new Configuration().addAnnotatedClass(YouTubeQuotaUsage.class);
      configuration.getProperties().put("hibernate.connection.datasource", pool);
      configuration.setProperty("hibernate.default_schema", ledger.schema);
      configuration.setProperty("hibernate.hbm2ddl.auto", "validate");
      try (SessionFactory sessions = configuration.buildSessionFactory()) {
        YouTubeQuotaUsage usage =
            sessions.fromTransaction(
                session ->
                    session
                        .createSelectionQuery(
                            "from YouTubeQuotaUsage where id.project = :p", YouTubeQuotaUsage.class)
                        .setParameter("p", "p")
                        .getSingleResult());
        assertThat(usage.getDay()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(usage.getProject()).isEqualTo("p");
        assertThat(usage.getBucket()).isEqualTo("general");
        assertThat(usage.getUsed()).isEqualTo(1600);
        assertThat(usage.isExhausted()).isTrue();
      }
    }
  }
}

package io.github.youtubeupload.examples.backend.youtube;

import com.zaxxer.hikari.HikariDataSource;
import io.github.youtubeupload.examples.backend.settings.BackendSettings;
import io.github.youtubeupload.examples.backend.state.StateDirectory;
import io.github.youtubeupload.quota.QuotaPolicy;
import io.github.youtubeupload.quota.QuotaStore;
import io.github.youtubeupload.quota.jdbc.JdbcQuotaStore;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The quota: in Postgres when there is one, so that many machines share it; else on this disk. */
@Configuration(proxyBeanMethods = false)
class QuotaConfiguration {

  /** The ledger, and what must be closed with it. */
  record Ledger(QuotaStore store, Runnable closing) implements DisposableBean {
    @Override
    public void destroy() {
      closing.run();
    }
  }

  @Bean
  Ledger ledger(BackendSettings settings, StateDirectory state) {
    if (settings.databaseUrl().isEmpty()) {
      return new Ledger(QuotaStore.directory(state.root()), () -> {});
    }
    HikariDataSource pool = new HikariDataSource(PostgresPool.of(settings.databaseUrl().get()));
    JdbcQuotaStore store = JdbcQuotaStore.create(pool);
    store.createTables();
    return new Ledger(store, pool::close);
  }

  @Bean
  QuotaPolicy quotaPolicy(BackendSettings settings) {
    QuotaPolicy policy = settings.plainPool() ? QuotaPolicy.plainPool() : QuotaPolicy.google();
    String bucket = settings.plainPool() ? QuotaPolicy.GENERAL : QuotaPolicy.UPLOADS;
    return settings.quotaLimit().isEmpty()
        ? policy
        : policy.withLimit(bucket, settings.quotaLimit().getAsLong());
  }
}

package io.github.youtubeupload.examples.backend;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.youtubeupload.quota.QuotaPolicy;
import io.github.youtubeupload.quota.QuotaStore;
import io.github.youtubeupload.quota.jdbc.JdbcQuotaStore;
import java.net.URI;
import java.net.URISyntaxException;
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
    HikariDataSource pool = new HikariDataSource(pool(settings.databaseUrl().get()));
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

  /** Takes {@code jdbc:postgresql://…}, and {@code postgres://user:password@host/db} too. */
  static HikariConfig pool(String url) {
    HikariConfig pool = new HikariConfig();
    pool.setMaximumPoolSize(4);
    pool.setPoolName("quota");
    if (url.startsWith("jdbc:")) {
      pool.setJdbcUrl(url);
      return pool;
    }
    URI parsed = parsed(url);
    String query = parsed.getRawQuery() == null ? "" : "?" + parsed.getRawQuery();
    String port = parsed.getPort() < 0 ? "" : ":" + parsed.getPort();
    pool.setJdbcUrl("jdbc:postgresql://" + parsed.getHost() + port + parsed.getRawPath() + query);
    String[] user = String.valueOf(parsed.getUserInfo()).split(":", 2);
    if (parsed.getUserInfo() != null) {
      pool.setUsername(user[0]);
    }
    if (user.length == 2) {
      pool.setPassword(user[1]);
    }
    return pool;
  }

  /** Says nothing of what it found, nor may a cause: it holds the password. */
  private static URI parsed(String url) {
    try {
      URI parsed = new URI(url);
      if (parsed.getHost() != null) {
        return parsed;
      }
    } catch (URISyntaxException e) {
      // told below
    }
    throw new IllegalArgumentException(
        "DATABASE_URL must look like postgres://user:password@host:5432/db, with special characters"
            + " percent-encoded and no underscore in the host's name; or begin with"
            + " jdbc:postgresql:");
  }
}

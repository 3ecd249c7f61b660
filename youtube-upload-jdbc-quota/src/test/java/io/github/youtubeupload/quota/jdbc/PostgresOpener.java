package io.github.youtubeupload.quota.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.github.youtubeupload.contract.StoreOpener;
import io.github.youtubeupload.quota.QuotaStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Opens a schema of a server, given as URL and name, with a few pooled connections for a racer's
 * many threads.
 */
public final class PostgresOpener implements StoreOpener {
  static final String APPLICATION = "quota-racer";

  @Override
  public QuotaStore open(String location, Instant now) {
    String[] urlAndSchema = location.split(" ", -1);
    PGSimpleDataSource single = new PGSimpleDataSource();
    single.setUrl(urlAndSchema[0]);
    single.setApplicationName(APPLICATION);
    HikariDataSource pool =
        PostgresServer.pool(
            urlAndSchema[0],
            12,
            config -> {
              config.setDataSource(single);
              config.setIdleTimeout(10_000);
            });
    return JdbcQuotaStore.create(
        pool,
        Optional.of(urlAndSchema[1]),
        "timestamptz '%s'".formatted(now),
        Duration.ofSeconds(10));
  }
}

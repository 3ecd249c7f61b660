package io.github.youtubeupload.examples.backend.youtube;

import com.zaxxer.hikari.HikariConfig;
import java.net.URI;
import java.net.URISyntaxException;

/** The connections to the quota's database. */
final class PostgresPool {
  private static final long CONNECT_MILLIS = 2_000;

  private PostgresPool() {}

  /** Takes {@code jdbc:postgresql://…}, and {@code postgres://user:password@host/db} too. */
  static HikariConfig of(String url) {
    HikariConfig pool = new HikariConfig();
    pool.setMaximumPoolSize(4);
    pool.setPoolName("quota");
    // a database that is gone is an answer within seconds, not a request that hangs
    pool.setConnectionTimeout(CONNECT_MILLIS);
    pool.setValidationTimeout(CONNECT_MILLIS / 2);
    pool.addDataSourceProperty("connectTimeout", "2"); // seconds
    pool.addDataSourceProperty("socketTimeout", "5");
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

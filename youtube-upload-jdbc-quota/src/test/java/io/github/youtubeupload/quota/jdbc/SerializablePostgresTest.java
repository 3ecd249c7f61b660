package io.github.youtubeupload.quota.jdbc;

import com.zaxxer.hikari.HikariConfig;

/** The strictest isolation, and a pool that leaves commits to its users. */
class SerializablePostgresTest extends PostgresContract {
  SerializablePostgresTest() {
    super(PostgresServer.NEWEST, SerializablePostgresTest::strict);
  }

  static void strict(HikariConfig connections) {
    connections.setTransactionIsolation("TRANSACTION_SERIALIZABLE");
    connections.setAutoCommit(false);
  }
}

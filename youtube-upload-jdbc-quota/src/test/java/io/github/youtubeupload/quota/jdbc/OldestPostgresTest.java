package io.github.youtubeupload.quota.jdbc;

class OldestPostgresTest extends PostgresContract {
  OldestPostgresTest() {
    super(PostgresServer.OLDEST, config -> {});
  }
}

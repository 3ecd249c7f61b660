package io.github.youtubeupload.quota.jdbc;

class NewestPostgresTest extends PostgresContract {
  NewestPostgresTest() {
    super(PostgresServer.NEWEST, config -> {});
  }
}

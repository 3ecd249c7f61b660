/**
 * Counts quota in Postgres for all machines of a project. Begin with {@link
 * io.github.youtubeupload.quota.jdbc.JdbcQuotaStore}.
 */
module io.github.youtubeupload.quota.jdbc {
  requires transitive io.github.youtubeupload;
  requires transitive java.sql;
  requires static transitive jakarta.persistence;
  requires static transitive org.jspecify;

  exports io.github.youtubeupload.quota.jdbc;

  // A JPA provider reads the entity's fields.
  opens io.github.youtubeupload.quota.jdbc;
}

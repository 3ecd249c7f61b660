package io.github.youtubeupload.quota.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Optional;

/**
 * Where the tables are, and how they come to be.
 *
 * @param schema the schema; empty if the connections' search_path finds them
 */
record LedgerTables(Optional<String> schema) {
  private static final String SCRIPT = "/youtube-upload/postgres/V1__youtube_quota.sql";

  LedgerTables {
    schema.ifPresent(LedgerTables::requireName);
  }

  private static void requireName(String schema) {
    if (!schema.matches("[A-Za-z_][A-Za-z0-9_]{0,62}")) {
      throw new IllegalArgumentException(
          "schema must be 1 to 63 letters, digits and underscores, was \"" + schema + "\"");
    }
  }

  String prefix() {
    return schema.map(name -> '"' + name + "\".").orElse("");
  }

  /** One transaction: all or nothing, and one machine at a time. */
  boolean create(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (exist(statement)) {
        return false;
      }
      connection.setAutoCommit(false);
      try {
        statement.execute("select pg_advisory_xact_lock(hashtext('youtube-upload quota tables'))");
        if (schema.isPresent()) {
          statement.execute("set local search_path = \"" + schema.get() + '"');
        }
        statement.execute(script());
        connection.commit();
        return true;
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  private boolean exist(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            "select num_nonnulls(to_regclass('%s'), to_regclass('%s'))"
                .formatted(
                    prefix() + "youtube_quota_usage", prefix() + "youtube_quota_reservation"))) {
      row.next();
      int found = row.getInt(1);
      if (found == 1) {
        throw new SQLException(
            "only one of the tables youtube_quota_usage and youtube_quota_reservation is there, so"
                + " something else has made it",
            "42P07");
      }
      return found == 2;
    }
  }

  private static String script() {
    try (InputStream script = LedgerTables.class.getResourceAsStream(SCRIPT)) {
      return new String(Objects.requireNonNull(script, SCRIPT).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Could not read " + SCRIPT, e);
    }
  }
}

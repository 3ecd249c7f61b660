package io.github.youtubeupload.quota.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Whether Postgres's driver may give statements a name on the server, as it does from their fifth
 * use; a reservation that is planned anew each time takes about ten times as long. Behind a pooler
 * in transaction mode such as PgBouncer it may not: the next transaction may run on another server
 * connection, where that name is missing or is another's statement. A pooler shows by the number of
 * the server process: it tells its clients one of its own making. Thread-safe.
 */
final class StatementNames {
  private volatile boolean known;
  private volatile boolean allowed;

  /** To be called with each statement before it runs. */
  void apply(Connection connection, PreparedStatement statement) throws SQLException {
    if (!known) {
      allowed = isDirect(connection);
      known = true;
    }
    if (!allowed) {
      PostgresDriver.forbidName(statement);
    }
  }

  /** False also if the driver is another one, which is told nothing. */
  private static boolean isDirect(Connection connection) throws SQLException {
    int told = PostgresDriver.backendPid(connection);
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
      return row.next() && row.getInt(1) == told;
    }
  }
}

package io.github.youtubeupload.quota.jdbc;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransactionRollbackException;
import java.sql.SQLTransientConnectionException;
import java.sql.SQLTransientException;
import java.util.Set;

/** Which of Postgres's failures pass, and what to do about the others. */
final class SqlFailures {
  private static final Set<String> PASSING =
      Set.of(
          "40001", // serialization failure
          "40P01", // deadlock
          "23505", // unique violation: another connection inserted the same reservation meanwhile
          "53300", // too many connections
          "57P01", // shut down by an administrator
          "57P02", // shut down after a crash
          "57P03", // still starting
          "57P05"); // idle session ended

  private SqlFailures() {}

  /** What Postgres itself reports only at higher isolation levels. */
  static SQLException outdatedSnapshot() {
    return new SQLTransactionRollbackException(
        "the bucket was changed while the statement ran", "40001");
  }

  static boolean canBeTriedAgain(SQLException e) {
    String state = state(e);
    return PASSING.contains(state)
        || state.startsWith("08") // no connection, or lost in between
        || (state.isEmpty() && e.getCause() instanceof InterruptedException)
        || e instanceof SQLRecoverableException
        || (e instanceof SQLTransientException && !state.startsWith("57"));
  }

  static String message(String deed, SQLException e) {
    String state = state(e).isEmpty() ? "" : " (SQLSTATE " + state(e) + ")";
    return "Could not %s the quota ledger in Postgres: %s%s. %s"
        .formatted(deed, e.getMessage(), state, advice(e));
  }

  private static String advice(SQLException e) {
    String state = state(e);
    if (state.isEmpty() && e instanceof SQLTransientConnectionException) {
      return "The pool gave no connection in time: make it larger, or find out who keeps them";
    }
    return switch (state) {
      case "42P01", "3F000" ->
          "Run V1__youtube_quota.sql or createTables(), or name the schema that has the tables";
      case "42P07" ->
          "Drop that table, let Hibernate make none (ddl-auto none or validate), and try again";
      case "42501" -> "Grant the role select, insert and update on both tables";
      case "25006" -> "The connection is read-only: use the primary server";
      case "42P05", "26000" ->
          "A pooler gives each transaction another connection: set prepareThreshold=0 in the JDBC URL,"
              + " or max_prepared_statements in PgBouncer 1.21 or newer";
      case "57014" -> "It took too long: look for sessions that hold locks on the tables";
      default -> "It says nothing about the quota itself; try again when the database answers";
    };
  }

  private static String state(SQLException e) {
    return e.getSQLState() == null ? "" : e.getSQLState();
  }
}

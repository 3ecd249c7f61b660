package io.github.youtubeupload.quota.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.postgresql.PGStatement;

/**
 * Keeps Postgres's driver from giving a statement a name on the server after its fifth use. Behind
 * a pooler in transaction mode such as PgBouncer the next transaction may run on another server
 * connection, where that name is missing or is another's statement.
 */
final class UnnamedStatements {
  private static final boolean DRIVER_IS_VISIBLE = driverIsVisible();

  private UnnamedStatements() {}

  private static boolean driverIsVisible() {
    try {
      Class.forName("org.postgresql.PGStatement", false, UnnamedStatements.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false; // a driver of another kind, or one that only the host's pool sees
    }
  }

  static void keep(PreparedStatement statement) throws SQLException {
    if (DRIVER_IS_VISIBLE) {
      Driver.keep(statement);
    }
  }

  /** Loaded only if the driver is there. */
  private static final class Driver {
    private Driver() {}

    static void keep(PreparedStatement statement) throws SQLException {
      if (statement.isWrapperFor(PGStatement.class)) {
        statement.unwrap(PGStatement.class).setPrepareThreshold(0);
      }
    }
  }
}

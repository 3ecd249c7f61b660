package io.github.youtubeupload.quota.jdbc;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Keeps Postgres's driver from giving a statement a name on the server after its fifth use. Behind
 * a pooler in transaction mode such as PgBouncer the next transaction may run on another server
 * connection, where that name is missing or is another's statement.
 *
 * <p>The host brings the driver, and may bring another one; so this knows it by name only.
 */
final class UnnamedStatements {
  private static final Optional<UnnamedStatements> DRIVER = find();

  private final Class<?> statementType;
  private final MethodHandle setPrepareThreshold;

  private UnnamedStatements(Class<?> statementType, MethodHandle setPrepareThreshold) {
    this.statementType = statementType;
    this.setPrepareThreshold = setPrepareThreshold;
  }

  private static Optional<UnnamedStatements> find() {
    try {
      ClassLoader loader = UnnamedStatements.class.getClassLoader();
      Class<?> type = Class.forName("org.postgresql.PGStatement", false, loader);
      return Optional.of(
          new UnnamedStatements(
              type,
              MethodHandles.publicLookup()
                  .findVirtual(
                      type, "setPrepareThreshold", MethodType.methodType(void.class, int.class))));
    } catch (ReflectiveOperationException e) {
      return Optional.empty(); // a driver of another kind, or one that only the host's pool sees
    }
  }

  static void keep(PreparedStatement statement) throws SQLException {
    if (DRIVER.isPresent() && statement.isWrapperFor(DRIVER.get().statementType)) {
      DRIVER.get().forbidNames(statement);
    }
  }

  private void forbidNames(PreparedStatement statement) throws SQLException {
    Object known = statement.unwrap(statementType);
    try {
      setPrepareThreshold.invoke(known, 0);
    } catch (SQLException | RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new SQLException("The driver could not be told to leave statements unnamed", e);
    }
  }
}

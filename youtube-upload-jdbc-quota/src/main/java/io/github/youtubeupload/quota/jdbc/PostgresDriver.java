package io.github.youtubeupload.quota.jdbc;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Wrapper;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Postgres's driver can do beyond JDBC. The host brings the driver, and may bring another one;
 * so it is known by name only.
 */
final class PostgresDriver {
  private static final Optional<PostgresDriver> BACKEND_PID =
      find("org.postgresql.PGConnection", "getBackendPID", MethodType.methodType(int.class));
  private static final Optional<PostgresDriver> NO_NAME =
      find(
              "org.postgresql.PGStatement",
              "setPrepareThreshold",
              MethodType.methodType(void.class, int.class))
          .map(driver -> driver.with(0));

  private final Class<?> type;
  private final MethodHandle method;

  private PostgresDriver(Class<?> type, MethodHandle method) {
    this.type = type;
    this.method = method;
  }

  private static Optional<PostgresDriver> find(String type, String method, MethodType signature) {
    try {
      Class<?> found = Class.forName(type, false, PostgresDriver.class.getClassLoader());
      return Optional.of(
          new PostgresDriver(
              found, MethodHandles.publicLookup().findVirtual(found, method, signature)));
    } catch (ReflectiveOperationException e) {
      return Optional.empty(); // a driver of another kind, or one that only the host's pool sees
    }
  }

  private PostgresDriver with(int argument) {
    return new PostgresDriver(type, MethodHandles.insertArguments(method, 1, argument));
  }

  /** The number of the server process, as it was told when the connection was made; else 0. */
  static int backendPid(Connection connection) throws SQLException {
    Object pid = BACKEND_PID.isPresent() ? BACKEND_PID.get().call(connection) : null;
    return pid instanceof Integer known ? known : 0;
  }

  /** The driver gives the statement no name on the server. */
  static void forbidName(PreparedStatement statement) throws SQLException {
    if (NO_NAME.isPresent()) {
      NO_NAME.get().call(statement);
    }
  }

  /** Null also if the connection or statement is another driver's. */
  private @Nullable Object call(Wrapper wrapper) throws SQLException {
    if (!wrapper.isWrapperFor(type)) {
      return null;
    }
    try {
      return method.invoke(wrapper.unwrap(type));
    } catch (SQLException | RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new SQLException("Postgres's driver failed in an unknown way", e);
    }
  }
}

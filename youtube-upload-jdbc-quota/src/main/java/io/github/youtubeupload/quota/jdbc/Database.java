package io.github.youtubeupload.quota.jdbc;

import io.github.youtubeupload.quota.QuotaStoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements that may be run twice: after a serialization failure, and after a lost connection
 * even if it is not known whether the first one was committed.
 */
final class Database {
  private static final long FIRST_PAUSE_NANOS = Duration.ofMillis(4).toNanos();
  private static final long LONGEST_PAUSE_NANOS = Duration.ofMillis(500).toNanos();

  private final DataSource dataSource;
  private final Duration patience;

  Database(DataSource dataSource, Duration patience) {
    this.dataSource = dataSource;
    this.patience = patience;
  }

  /**
   * Runs the work until it succeeds, fails for good, or the patience ends. An interrupt does not
   * end it, for what was spent has to be written down; the thread stays interrupted.
   */
  <T> T run(String deed, SqlWork<T> work) {
    long deadline = System.nanoTime() + patience.toNanos();
    boolean interrupted = Thread.interrupted();
    @Nullable SQLException earlier = null;
    try {
      for (int attempt = 1; ; attempt++) {
        try {
          return once(work);
        } catch (SQLException e) {
          if (earlier != null && earlier != e) {
            e.addSuppressed(withoutSuppressed(earlier));
          }
          if (!SqlFailures.canBeTriedAgain(e) || System.nanoTime() - deadline >= 0) {
            throw new QuotaStoreException(SqlFailures.message(deed, e), e);
          }
          earlier = e;
          interrupted |= Thread.interrupted();
          LockSupport.parkNanos(pause(attempt, ThreadLocalRandom.current().nextDouble()));
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Only the last failure but one is worth keeping: a chain of hundreds says no more. */
  private static SQLException withoutSuppressed(SQLException e) {
    SQLException copy = new SQLException(e.getMessage(), e.getSQLState(), e.getCause());
    copy.setStackTrace(e.getStackTrace());
    return copy;
  }

  /** Exponential with full jitter, because many workers lose the same race at once. */
  static long pause(int attempt, double random) {
    long ceiling = Math.min(LONGEST_PAUSE_NANOS, FIRST_PAUSE_NANOS << Math.min(attempt - 1, 20));
    return (long) (ceiling * random);
  }

  /** Every statement is a transaction of its own: with autocommit its commit is no round trip. */
  private <T> T once(SqlWork<T> work) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      if (connection.getAutoCommit()) {
        return work.run(connection);
      }
      connection.setAutoCommit(true);
      try {
        return work.run(connection);
      } finally {
        restoreAutoCommitOff(connection);
      }
    }
  }

  private static void restoreAutoCommitOff(Connection connection) throws SQLException {
    if (!connection.isClosed()) {
      connection.setAutoCommit(false);
    }
  }
}

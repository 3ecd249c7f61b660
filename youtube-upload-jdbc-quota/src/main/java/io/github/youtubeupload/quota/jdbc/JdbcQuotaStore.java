package io.github.youtubeupload.quota.jdbc;

import static java.util.Objects.requireNonNull;

import io.github.youtubeupload.quota.QuotaDay;
import io.github.youtubeupload.quota.QuotaDecision;
import io.github.youtubeupload.quota.QuotaEntry;
import io.github.youtubeupload.quota.QuotaReservation;
import io.github.youtubeupload.quota.QuotaSettlement;
import io.github.youtubeupload.quota.QuotaStore;
import io.github.youtubeupload.quota.QuotaStoreException;
import io.github.youtubeupload.quota.QuotaUsage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The ledger in Postgres 14 or newer, for the machines that share a project. Thread-safe; the day
 * and the leases go by the database's clock.
 *
 * <p>Each call is one statement and one transaction of its own, whatever the pool's autocommit and
 * isolation, and never part of the host's transaction: a reservation must not be rolled back with
 * something else. So give it the pool itself, not a proxy that joins transactions.
 *
 * <p>Serialization failures and lost connections are tried again for about 10 seconds; that is
 * safe, because all calls are idempotent by the reservation's id. A statement that hangs is
 * cancelled after 10 seconds; against a network that swallows packets, set the driver's {@code
 * socketTimeout}. The tables come from the script {@code
 * youtube-upload/postgres/V1__youtube_quota.sql} on the class path, or from {@link #createTables}.
 */
public final class JdbcQuotaStore implements QuotaStore {
  private static final int STATEMENT_SECONDS = 10;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Database database;
  private final LedgerSql sql;
  private final LedgerTables tables;
  private final StatementNames names = new StatementNames();

  private JdbcQuotaStore(Database database, LedgerSql sql, LedgerTables tables) {
    this.database = database;
    this.sql = sql;
    this.tables = tables;
  }

  /** A store on tables that are found by the connections' {@code search_path}. */
  public static JdbcQuotaStore create(DataSource dataSource) {
    return create(dataSource, Optional.empty(), LedgerSql.DATABASE_CLOCK, PATIENCE);
  }

  /**
   * A store on tables in a schema.
   *
   * @param schema an existing schema, of letters, digits and underscores, as Postgres spells it
   * @throws IllegalArgumentException if it is anything else
   */
  public static JdbcQuotaStore create(DataSource dataSource, String schema) {
    return create(dataSource, Optional.of(schema), LedgerSql.DATABASE_CLOCK, PATIENCE);
  }

  /**
   * With an SQL expression for the current time, and the time after which nothing is tried again.
   */
  static JdbcQuotaStore create(
      DataSource dataSource, Optional<String> schema, String now, Duration patience) {
    LedgerTables tables = new LedgerTables(schema);
    return new JdbcQuotaStore(
        new Database(requireNonNull(dataSource, "dataSource"), patience),
        LedgerSql.of(tables.prefix(), now),
        tables);
  }

  /**
   * Creates the tables if they are missing; safe to call from many machines at once. The role needs
   * {@code create} on the schema, unless the tables are there.
   *
   * @throws QuotaStoreException if only one of the two is there, or they cannot be created
   */
  public void createTables() {
    database.run("create the tables of", tables::create);
  }

  /**
   * Deletes all that belongs to days before the last {@code daysToKeep}. An upload that was left
   * unfinished for longer cannot be settled any more.
   *
   * @param daysToKeep 14 or more
   * @return how many reservations were deleted
   */
  public long prune(int daysToKeep) {
    if (daysToKeep < 14) {
      throw new IllegalArgumentException("daysToKeep must be 14 or more, was " + daysToKeep);
    }
    return database.run(
        "prune",
        connection -> {
          try (PreparedStatement statement = prepare(connection, sql.prune())) {
            statement.setInt(1, daysToKeep);
            return count(statement);
          }
        });
  }

  @Override
  public QuotaDecision reserve(QuotaReservation wish) {
    return database.run("reserve in", connection -> reserve(connection, wish));
  }

  /**
   * A refusal although the snapshot had room means that others took it meanwhile. One of them may
   * have been this very reservation, sent twice; a newer snapshot tells.
   */
  private QuotaDecision reserve(Connection connection, QuotaReservation wish) throws SQLException {
    try (PreparedStatement statement =
        prepare(connection, sql.reserve(), wish.project(), wish.id(), wish.uploadId())) {
      statement.setString(4, wish.bucket());
      statement.setLong(5, wish.units());
      statement.setLong(6, wish.limit());
      statement.setLong(7, wish.lease().dividedBy(Duration.ofNanos(1000)));
      try (ResultSet row = oneRow(statement)) {
        boolean granted = row.getBoolean("granted");
        QuotaUsage usage = usage(row);
        row.getLong("used");
        if (!row.wasNull()) {
          return new QuotaDecision(granted, usage);
        }
        if (!granted) {
          throw SqlFailures.outdatedSnapshot();
        }
      }
    }
    return new QuotaDecision(true, usage(connection, wish.project(), wish.bucket()));
  }

  @Override
  public void settle(String project, String reservationId, QuotaSettlement settlement) {
    long found =
        database.run(
            "settle in",
            connection -> {
              try (PreparedStatement statement =
                  prepare(connection, sql.settle(), project, reservationId, settlement.name())) {
                return count(statement);
              }
            });
    requireFound(found, project, reservationId);
  }

  @Override
  public QuotaUsage usage(String project, String bucket) {
    return database.run("read", connection -> usage(connection, project, bucket));
  }

  private QuotaUsage usage(Connection connection, String project, String bucket)
      throws SQLException {
    try (PreparedStatement statement = prepare(connection, sql.usage(), project, bucket);
        ResultSet row = oneRow(statement)) {
      return usage(row);
    }
  }

  private static QuotaUsage usage(ResultSet row) throws SQLException {
    LocalDate day = row.getObject("day", LocalDate.class);
    return new QuotaUsage(
        day, row.getLong("used"), row.getBoolean("exhausted"), QuotaDay.endOf(day));
  }

  @Override
  public void refused(String project, String reservationId) {
    long found =
        database.run(
            "write Google's refusal to",
            connection -> {
              try (PreparedStatement statement =
                  prepare(connection, sql.refused(), project, reservationId)) {
                return (long) statement.executeUpdate();
              }
            });
    requireFound(found, project, reservationId);
  }

  @Override
  public List<QuotaEntry> entries(String project) {
    return database.run(
        "read",
        connection -> {
          try (PreparedStatement statement = prepare(connection, sql.entries(), project);
              ResultSet row = statement.executeQuery()) {
            List<QuotaEntry> entries = new ArrayList<>();
            while (row.next()) {
              entries.add(entry(row));
            }
            return List.copyOf(entries);
          }
        });
  }

  private static QuotaEntry entry(ResultSet row) throws SQLException {
    return new QuotaEntry(
        row.getString("id"),
        row.getString("upload_id"),
        row.getString("bucket"),
        row.getLong("units"),
        row.getObject("reserved_at", OffsetDateTime.class).toInstant(),
        QuotaEntry.State.valueOf(row.getString("state")));
  }

  private PreparedStatement prepare(Connection connection, String text, String... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(text);
    names.apply(connection, statement);
    statement.setQueryTimeout(STATEMENT_SECONDS);
    for (int i = 0; i < values.length; i++) {
      statement.setString(i + 1, values[i]);
    }
    return statement;
  }

  private static long count(PreparedStatement statement) throws SQLException {
    try (ResultSet row = oneRow(statement)) {
      return row.getLong(1);
    }
  }

  private static ResultSet oneRow(PreparedStatement statement) throws SQLException {
    ResultSet row = statement.executeQuery();
    if (!row.next()) {
      throw new SQLException("The statement answered without a row");
    }
    return row;
  }

  private static void requireFound(long found, String project, String reservationId) {
    if (found == 0) {
      throw new QuotaStoreException(
          "The ledger of project " + project + " knows no reservation " + reservationId, null);
    }
  }
}

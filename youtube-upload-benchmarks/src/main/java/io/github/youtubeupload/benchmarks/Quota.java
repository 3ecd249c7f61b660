package io.github.youtubeupload.benchmarks;

import static io.github.youtubeupload.benchmarks.Table.number;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.youtubeupload.quota.QuotaPolicy;
import io.github.youtubeupload.quota.QuotaReservation;
import io.github.youtubeupload.quota.jdbc.JdbcQuotaStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reservations per second of {@link JdbcQuotaStore} against the bare conditional upsert, which
 * counts but knows no reservation ids, leases or chronology: on one bucket and one pool, in turns.
 */
final class Quota {
  private static final int CONNECTIONS = 32;
  private static final String BARE_TABLE =
      "create table bare_usage (project text, bucket text, day date, used bigint,"
          + " primary key (project, bucket, day)) with (fillfactor = 50)";
  private static final String BARE =
      """
      insert into bare_usage as u (project, bucket, day, used)
      values ('p', 'uploads', (statement_timestamp() at time zone 'America/Los_Angeles')::date, 1)
      on conflict (project, bucket, day) do update set used = u.used + excluded.used
      where u.used + excluded.used <= 1000000000
      """;

  private final HikariDataSource pool;
  private final JdbcQuotaStore store;
  private final Scale scale;
  private final AtomicLong ids = new AtomicLong();

  private Quota(HikariDataSource pool, Scale scale) {
    this.pool = pool;
    this.store = JdbcQuotaStore.create(pool);
    this.scale = scale;
  }

  static String table(Scale scale) throws IOException, InterruptedException {
    Table table = new Table("reservations a second", "bare upsert", "JdbcQuotaStore", "ratio");
    for (String fsync : List.of("on", "off")) {
      try (EmbeddedPostgres postgres = postgres(fsync);
          HikariDataSource pool = pool(postgres.getJdbcUrl("postgres", "postgres"))) {
        new Quota(pool, scale).rows(table, "fsync " + fsync);
      } catch (SQLException | ExecutionException e) {
        throw new IOException(e);
      }
    }
    return table.toString();
  }

  /** Without fsync the disk is left out of it. */
  private static EmbeddedPostgres postgres(String fsync) throws IOException {
    return EmbeddedPostgres.builder()
        .setServerConfig("fsync", fsync)
        .setServerConfig("synchronous_commit", fsync)
        .setServerConfig("shared_buffers", "128MB")
        .setLocaleConfig("locale", "C")
        .start();
  }

  private static HikariDataSource pool(String url) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(CONNECTIONS);
    return new HikariDataSource(config);
  }

  private void rows(Table table, String label)
      throws SQLException, InterruptedException, ExecutionException {
    store.createTables();
    try (Connection connection = pool.getConnection();
        PreparedStatement statement = connection.prepareStatement(BARE_TABLE)) {
      statement.execute();
    }
    for (int threads : new int[] {1, CONNECTIONS}) {
      rate(threads, this::bare);
      rate(threads, this::reserve);
      List<Double> bare = new ArrayList<>();
      List<Double> ours = new ArrayList<>();
      List<Double> ratios = new ArrayList<>();
      for (int round = 0; round < scale.rounds(); round++) {
        bare.add(rate(threads, this::bare));
        ours.add(rate(threads, this::reserve));
        ratios.add(ours.get(round) / bare.get(round));
      }
      table.row(
          List.of(
              threads + " at once, " + label,
              number(median(bare), 0),
              number(median(ours), 0),
              number(median(ratios), 2)));
    }
  }

  private static double median(List<Double> values) {
    return Median.of(values.stream().mapToDouble(Double::doubleValue));
  }

  private double rate(int threads, Callable<Boolean> once)
      throws InterruptedException, ExecutionException {
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      long start = System.nanoTime();
      long end = start + scale.slice().toNanos();
      List<Callable<Long>> loops = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        loops.add(() -> repeat(once, end));
      }
      long done = 0;
      for (Future<Long> each : workers.invokeAll(loops)) {
        done += each.get();
      }
      return done * 1e9 / (System.nanoTime() - start);
    } finally {
      workers.shutdownNow();
    }
  }

  private static long repeat(Callable<Boolean> once, long end) throws Exception {
    long done = 0;
    while (System.nanoTime() < end) {
      if (!once.call()) {
        throw new IllegalStateException("refused");
      }
      done++;
    }
    return done;
  }

  private boolean bare() throws SQLException {
    try (Connection connection = pool.getConnection();
        PreparedStatement upsert = connection.prepareStatement(BARE)) {
      return upsert.executeUpdate() == 1;
    }
  }

  private boolean reserve() {
    String id = "benchmark-" + ids.incrementAndGet();
    return store
        .reserve(
            new QuotaReservation(
                id, "p", QuotaPolicy.UPLOADS, 1, 1_000_000_000, id, Duration.ofMinutes(10)))
        .granted();
  }
}

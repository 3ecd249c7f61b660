package io.github.youtubeupload.quota.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.github.youtubeupload.quota.QuotaPolicy;
import io.github.youtubeupload.quota.QuotaReservation;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reservations per second of {@link JdbcQuotaStore} against the bare conditional upsert, which
 * counts but knows no reservation ids, leases or chronology: on one hot bucket and one pool, in
 * turns.
 */
final class QuotaBenchmark {
  private static final String BARE =
      """
      insert into bare_usage as u (project, bucket, day, used)
      values ('p', 'uploads', (statement_timestamp() at time zone 'America/Los_Angeles')::date, 1)
      on conflict (project, bucket, day) do update set used = u.used + excluded.used
      where u.used + excluded.used <= 1000000000
      """;
  private static final Duration SLICE = Duration.ofSeconds(2);
  private static final int SLICES = 5;

  private final HikariDataSource pool;
  private final JdbcQuotaStore store;
  private final AtomicLong ids = new AtomicLong();

  private QuotaBenchmark(HikariDataSource pool) {
    this.pool = pool;
    this.store = JdbcQuotaStore.create(pool);
  }

  /** Takes {@code fsync=off} to leave the disk out of it. */
  public static void main(String[] arguments) throws Exception {
    String fsync = List.of(arguments).contains("fsync=off") ? "off" : "on";
    EmbeddedPostgres.Builder server =
        PostgresServer.builder()
            .setServerConfig("fsync", fsync)
            .setServerConfig("synchronous_commit", fsync)
            .setServerConfig("shared_buffers", "128MB");
    try (EmbeddedPostgres postgres = server.start();
        HikariDataSource pool =
            PostgresServer.pool(
                postgres.getJdbcUrl("postgres", "postgres"),
                32,
                config -> config.setMinimumIdle(32))) {
      new QuotaBenchmark(pool).run(fsync);
    }
  }

  private void run(String fsync) throws Exception {
    store.createTables();
    try (Connection connection = pool.getConnection();
        PreparedStatement table =
            connection.prepareStatement(
                "create table bare_usage (project text, bucket text, day date, used bigint,"
                    + " primary key (project, bucket, day)) with (fillfactor = 50)")) {
      table.execute();
    }
    System.out.printf("fsync %s, reservations a second on one bucket%n", fsync);
    System.out.printf("%8s %12s %16s %8s%n", "threads", "bare upsert", "JdbcQuotaStore", "ratio");
    for (int threads : new int[] {1, 32}) {
      measure(threads, this::bare);
      measure(threads, this::reserve);
      List<Double> bare = new ArrayList<>();
      List<Double> ours = new ArrayList<>();
      for (int slice = 0; slice < SLICES; slice++) {
        bare.add(measure(threads, this::bare));
        ours.add(measure(threads, this::reserve));
      }
      System.out.printf(
          Locale.ROOT,
          "%8d %12.0f %16.0f %8.2f%n",
          threads,
          median(bare),
          median(ours),
          median(ours) / median(bare));
    }
  }

  private static double median(List<Double> rates) {
    return rates.stream().sorted().skip(rates.size() / 2).findFirst().orElseThrow();
  }

  private static double measure(int threads, Callable<Boolean> once) throws Exception {
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      long start = System.nanoTime();
      long end = start + SLICE.toNanos();
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

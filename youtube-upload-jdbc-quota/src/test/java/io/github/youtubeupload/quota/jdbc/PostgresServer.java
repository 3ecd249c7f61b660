package io.github.youtubeupload.quota.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.youtubeupload.FreePort;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The real servers that the tests share; started when first asked for, stopped with the JVM. */
enum PostgresServer {
  NEWEST(PostgresServer::fromTheClassPath),
  OLDEST(PostgresServer::fromTheCopiedJar);

  private final PgBinaryResolver binaries;
  private EmbeddedPostgres server;

  PostgresServer(PgBinaryResolver binaries) {
    this.binaries = binaries;
  }

  /** A server with settings of its own, which the caller closes. */
  static EmbeddedPostgres.Builder builder() {
    return EmbeddedPostgres.builder()
        .setPort(FreePort.next())
        .setServerConfig("max_connections", "300")
        .setLocaleConfig("locale", "C")
        .setPgBinaryResolver(PostgresServer::fromTheClassPath);
  }

  synchronized String url() {
    if (server == null) {
      try {
        server = builder().setPgBinaryResolver(binaries).start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return server.getJdbcUrl("postgres", "postgres");
  }

  HikariDataSource pool(int connections, Consumer<HikariConfig> settings) {
    return pool(url(), connections, settings);
  }

  static HikariDataSource pool(String url, int connections, Consumer<HikariConfig> settings) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(0);
    settings.accept(config);
    return new HikariDataSource(config);
  }

  private static InputStream fromTheClassPath(String system, String machine) {
    return PostgresServer.class.getResourceAsStream("/" + archive(system, machine));
  }

  /** The build puts the jar there, for two versions of it cannot be on one class path. */
  private static InputStream fromTheCopiedJar(String system, String machine) throws IOException {
    try (Stream<Path> jars = Files.list(Path.of("target", "postgres-oldest"))) {
      ZipInputStream jar = new ZipInputStream(Files.newInputStream(jars.findAny().orElseThrow()));
      for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
        if (entry.getName().equals(archive(system, machine))) {
          return jar;
        }
      }
      throw new IOException("no " + archive(system, machine));
    }
  }

  private static String archive(String system, String machine) {
    String architecture = machine.equals("amd64") ? "x86_64" : machine;
    return "postgres-%s-%s.txz".formatted(system, architecture).toLowerCase(java.util.Locale.ROOT);
  }
}

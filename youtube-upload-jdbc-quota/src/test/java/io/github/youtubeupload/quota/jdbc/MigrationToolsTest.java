package io.github.youtubeupload.quota.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.zaxxer.hikari.HikariDataSource;
import io.github.youtubeupload.quota.QuotaReservation;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.Objects;
import liquibase.Scope;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.CompositeResourceAccessor;
import liquibase.resource.DirectoryResourceAccessor;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways to make the tables that docs/quota.md gives, in a schema that has others already. */
class MigrationToolsTest {
  private static final String SCRIPT = "youtube-upload/postgres/V1__youtube_quota.sql";

  @TempDir Path directory;
  private final HikariDataSource pool = PostgresServer.NEWEST.pool(2, config -> {});
  private final TestLedger ledger = new TestLedger(pool);

  MigrationToolsTest() {
    ledger.execute(
        "drop table %1$s.youtube_quota_usage, %1$s.youtube_quota_reservation"
            .formatted(ledger.schema));
    ledger.execute("create table %s.of_the_host (id bigint)".formatted(ledger.schema));
  }

  @AfterEach
  void closeThePool() {
    pool.close();
  }

  private void assertTheLedgerWorks() {
    assertThat(
            JdbcQuotaStore.create(pool, ledger.schema)
                .reserve(new QuotaReservation("a", "p", "b", 1, 1, "u", Duration.ofMinutes(10)))
                .granted())
        .isTrue();
  }

  @Test
  void flywayMakesThemBesideTheTablesOfTheHost() {
    Flyway flyway =
        Flyway.configure()
            .dataSource(pool)
            .schemas(ledger.schema)
            .locations("classpath:youtube-upload/postgres")
            .table("youtube_quota_history")
            .baselineOnMigrate(true)
            .baselineVersion("0")
            .load();
    assertThat(flyway.migrate().migrationsExecuted).isEqualTo(1);
    assertThat(flyway.migrate().migrationsExecuted).isZero();
    assertTheLedgerWorks();
  }

  @Test
  void liquibaseMakesThemBesideTheTablesOfTheHost() throws Exception {
    Files.writeString(
        directory.resolve("changes.xml"),
        """
        <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
            xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
              http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
          <changeSet id="youtube-quota-1" author="host">
            <sqlFile path="%s"/>
          </changeSet>
        </databaseChangeLog>
        """
            .formatted(SCRIPT));
    try (Connection connection = pool.getConnection();
        DirectoryResourceAccessor changes = new DirectoryResourceAccessor(directory)) {
      Database database =
          DatabaseFactory.getInstance()
              .findCorrectDatabaseImplementation(new JdbcConnection(connection));
      database.setDefaultSchemaName(ledger.schema);
      Scope.child(
          Scope.Attr.resourceAccessor,
          new CompositeResourceAccessor(changes, new ClassLoaderResourceAccessor()),
          () ->
              new CommandScope(UpdateCommandStep.COMMAND_NAME)
                  .addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, database)
                  .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, "changes.xml")
                  .execute());
    }
    assertTheLedgerWorks();
  }

  @Test
  void psqlRunsTheScript() throws Exception {
    Path psql = Path.of("/usr/bin/psql");
    if (!Files.isExecutable(psql)) {
      System.out.println("SKIPPED: no psql is installed");
    }
    assumeThat(psql).as("psql is installed").isExecutable();
    Path script = directory.resolve("script.sql");
    try (InputStream in =
        Objects.requireNonNull(getClass().getClassLoader().getResourceAsStream(SCRIPT))) {
      Files.copy(in, script);
    }
    URI url = URI.create(PostgresServer.NEWEST.url().substring("jdbc:".length()));
    Process process =
        new ProcessBuilder(
                psql.toString(),
                "-v",
                "ON_ERROR_STOP=1",
                "-c",
                "set search_path = " + ledger.schema,
                "-f",
                script.toString(),
                "postgresql://postgres@127.0.0.1:" + url.getPort() + "/postgres")
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    assertTheLedgerWorks();
  }
}

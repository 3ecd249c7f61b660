package io.github.youtubeupload.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.auth.Credentials;
import io.github.youtubeupload.FreePort;
import io.github.youtubeupload.UploadClient;
import io.github.youtubeupload.auth.YouTubeCredentials;
import io.github.youtubeupload.quota.QuotaPolicy;
import io.github.youtubeupload.quota.QuotaReservation;
import io.github.youtubeupload.quota.QuotaStatus;
import io.github.youtubeupload.quota.jdbc.JdbcQuotaStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * The README's quota in ten lines, run here because Postgres is at hand; that the README shows this
 * very code is checked where its other code is.
 */
class QuotaSnippetTest {
  private final List<String> logged = new ArrayList<>();

  @Test
  void tellsWhatTheMachinesOfTheProjectHaveLeft() throws IOException {
    try (EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setPort(FreePort.next())
            .setLocaleConfig("locale", "C")
            .start()) {
      DataSource database = server.getPostgresDatabase();
      Credentials credentials = YouTubeCredentials.accessToken("none");
      quota(database, credentials);
      QuotaReservation elsewhere =
          new QuotaReservation(
              "r", "my-cloud-project", QuotaPolicy.UPLOADS, 1, 500, "u", Duration.ofMinutes(10));
      assertThat(JdbcQuotaStore.create(database).reserve(elsewhere).granted()).isTrue();
      quota(database, credentials);
    }
    assertThat(logged).hasSize(2);
    assertThat(logged.get(0)).matches("500 more until \\d{4}-\\d\\d-\\d\\dT0[78]:00:00Z");
    assertThat(logged.get(1)).startsWith("499 more until ");
  }

  private void quota(DataSource dataSource, Credentials credentials) {
    // snippet: quota
    JdbcQuotaStore ledger = JdbcQuotaStore.create(dataSource);
    ledger.createTables();
    UploadClient youtube =
        UploadClient.builder()
            .credentials(credentials)
            .project("my-cloud-project")
            .quotaPolicy(QuotaPolicy.google().withLimit(QuotaPolicy.UPLOADS, 500))
            .quotaStore(ledger)
            .build();
    QuotaStatus today = youtube.quota();
    log(today.uploadsRemaining() + " more until " + today.resetsAt());
    // end
  }

  private void log(String line) {
    logged.add(line);
  }
}

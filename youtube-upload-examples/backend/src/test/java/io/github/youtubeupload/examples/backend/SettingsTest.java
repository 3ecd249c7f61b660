package io.github.youtubeupload.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class SettingsTest {
  private static final String SECRET = "hunter2hunter2";

  @Test
  void aDatabaseUrlIsTakenApart() {
    HikariConfig pool = QuotaConfiguration.pool("postgres://me:pass@db.example:6543/quota?a=b");

    assertThat(pool.getJdbcUrl()).isEqualTo("jdbc:postgresql://db.example:6543/quota?a=b");
    assertThat(pool.getUsername()).isEqualTo("me");
    assertThat(pool.getPassword()).isEqualTo("pass");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgres://u:" + SECRET + "^@host/db",
        "postgres://u:" + SECRET + "@my_db/quota",
        SECRET
      })
  void aDatabaseUrlThatIsNoneIsRefusedWithoutItsPassword(String url) {
    assertThatThrownBy(() -> QuotaConfiguration.pool(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("DATABASE_URL must look like")
        .hasMessageNotContaining(SECRET)
        .hasNoCause();
  }

  @Test
  void aWebhookThatIsNoneIsRefusedWithoutItsAddress() {
    for (String address : new String[] {"ftp://" + SECRET, "https://h/" + SECRET + "^", SECRET}) {
      assertThatThrownBy(() -> read("FAILURE_WEBHOOK_URL", address))
          .hasMessageContaining("FAILURE_WEBHOOK_URL")
          .hasMessageNotContaining(SECRET)
          .hasNoCause();
    }
  }

  @Test
  void whatIsNotKnownIsRefused() {
    assertThat(read("YOUTUBE_QUOTA_POLICY", "pool").plainPool()).isTrue();
    assertThatThrownBy(() -> read("YOUTUBE_QUOTA_POLICY", "Pool"))
        .hasMessage("YOUTUBE_QUOTA_POLICY must be google or pool, was Pool");
    assertThatThrownBy(() -> read("MAX_FILE_BYTES", "1 GB")).hasMessageContaining("MAX_FILE_BYTES");
  }

  @Test
  void whatIsSecretIsNotShown() {
    assertThat(read("DATABASE_URL", "postgres://u:" + SECRET + "@h/db").toString())
        .doesNotContain(SECRET);
  }

  private static BackendSettings read(String name, String value) {
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addFirst(new MapPropertySource("test", Map.<String, Object>of(name, value)));
    return new SettingsReader().backendSettings(environment);
  }
}

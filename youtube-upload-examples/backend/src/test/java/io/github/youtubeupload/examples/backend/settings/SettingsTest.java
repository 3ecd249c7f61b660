package io.github.youtubeupload.examples.backend.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class SettingsTest {
  private static final String SECRET = "hunter2hunter2";

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

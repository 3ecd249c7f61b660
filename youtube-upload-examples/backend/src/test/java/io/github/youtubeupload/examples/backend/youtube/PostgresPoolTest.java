package io.github.youtubeupload.examples.backend.youtube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresPoolTest {
  private static final String SECRET = "hunter2hunter2";

  @Test
  void aDatabaseUrlIsTakenApart() {
    HikariConfig pool = PostgresPool.of("postgres://me:pass@db.example:6543/quota?a=b");

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
    assertThatThrownBy(() -> PostgresPool.of(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("DATABASE_URL must look like")
        .hasMessageNotContaining(SECRET)
        .hasNoCause();
  }
}

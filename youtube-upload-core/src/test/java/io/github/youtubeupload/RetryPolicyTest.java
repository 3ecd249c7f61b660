package io.github.youtubeupload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
  private final RetryPolicy policy =
      new RetryPolicy(5, Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofHours(1));

  @Test
  void doublesUpToTheLongestDelay() {
    assertThat(policy.delay(1, 1)).isEqualTo(Duration.ofSeconds(1));
    assertThat(policy.delay(3, 1)).isEqualTo(Duration.ofSeconds(4));
    assertThat(policy.delay(4, 1)).isEqualTo(Duration.ofSeconds(8));
    assertThat(policy.delay(5, 1)).isEqualTo(Duration.ofSeconds(10));
    assertThat(policy.delay(Integer.MAX_VALUE, 1)).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void spreadsTheUpperHalfAtRandom() {
    assertThat(policy.delay(2, 0)).isEqualTo(Duration.ofSeconds(1));
    assertThat(policy.delay(2, 0.5)).isEqualTo(Duration.ofMillis(1500));
  }

  @Test
  void refusesNonsense() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new RetryPolicy(0, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ZERO))
        .withMessageContaining("maxAttempts");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new RetryPolicy(1, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ZERO))
        .withMessageContaining("deadline");
  }
}

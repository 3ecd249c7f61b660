package io.github.youtubeupload.internal.origin;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MinimumThroughputTest {
  @Test
  void givesUpAnOriginThatTrickles() throws IOException {
    MinimumThroughput floor =
        new MinimumThroughput("http://slow.example/v.mp4", Duration.ofSeconds(30), 1024);
    floor.waited(Duration.ofSeconds(30).toNanos(), 31_000);
    floor.waited(Duration.ofSeconds(29).toNanos(), 29);
    assertThatThrownBy(() -> floor.waited(Duration.ofSeconds(1).toNanos(), 1))
        .hasMessageContaining("http://slow.example/v.mp4 sent 30 bytes")
        .hasMessageContaining("slower than the 1024 bytes a second");
  }
}

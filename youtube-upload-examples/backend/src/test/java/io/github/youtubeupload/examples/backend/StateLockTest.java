package io.github.youtubeupload.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.youtubeupload.testkit.FakeYouTube;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two services on one state directory would take each other's files away. */
class StateLockTest {
  @TempDir Path directory;

  @Test
  void aSecondServiceIsRefusedAndLeavesWhatTheFirstReceives() throws Exception {
    Path state = directory.resolve("state");
    try (FakeYouTube youtube = FakeYouTube.start();
        ChildBackend first = ChildBackend.start(youtube, state)) {
      Path arriving = Files.createFile(state.resolve("receiving/half.tmp"));

      assertThatThrownBy(() -> Backend.with(youtube, state))
          .rootCause()
          .hasMessageContaining("Another process uses the state directory " + state)
          .hasMessageContaining("STATE_DIRECTORY");

      assertThat(arriving).exists();
      assertThat(first.api("").get("/actuator/health").status()).isEqualTo(200);

      first.kill();
      try (Backend next = Backend.with(youtube, state)) {
        assertThat(arriving).as("what a killed process left").doesNotExist();
        assertThat(next.port()).isPositive();
      }
    }
  }
}

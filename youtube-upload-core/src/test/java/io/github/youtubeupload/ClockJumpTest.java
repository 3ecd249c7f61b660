package io.github.youtubeupload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People set clocks. What took a second took a second. */
class ClockJumpTest {
  @TempDir private static Path folder;
  private static Path video;

  @BeforeAll
  static void makeVideo() throws IOException {
    video = TestVideos.make(folder, 600_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT-3H", "P-400D", "PT3H", "P400D"})
  void theTimeOfAnUploadIsItsDuration(Duration jump) {
    AdvancingTime time = new AdvancingTime(Instant.now());
    try (Rig rig = new Rig();
        UploadClient client = rig.client(b -> b.timing(time))) {
      UploadRequest request = Rig.request(video).id("job").listener(jumping(time, jump)).build();

      assertThat(client.upload(request).time()).isBetween(Duration.ZERO, Duration.ofHours(1));
      assertThat(client.upload(request).time().isNegative()).isFalse(); // of the journal alone
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"P-400D", "P400D"})
  void whatEndedAMomentAgoIsNotForgotten(Duration jump) {
    AdvancingTime time = new AdvancingTime(Instant.now());
    try (Rig rig = new Rig();
        UploadClient client = rig.client(b -> b.timing(time))) {
      client.upload(Rig.request(video).id("before").build());
      time.set(jump);
      client.upload(Rig.request(video).id("after").build());
      assertThat(client.forgetEnded(Duration.ofDays(1))).isZero();

      time.set(jump.negated());
      assertThat(client.forgetEnded(Duration.ofDays(1))).isZero();
    }
  }

  @Test
  void whatEndedLongAgoIsForgottenByTheNextProcess() {
    AdvancingTime time = new AdvancingTime(Instant.now());
    try (Rig rig = new Rig();
        UploadClient first = rig.client(b -> b.timing(time))) {
      first.upload(Rig.request(video).id("job").build());
      time.advance(Duration.ofDays(2));
      try (UploadClient next = rig.client(b -> b.timing(time))) {
        assertThat(next.forgetEnded(Duration.ofDays(1))).isEqualTo(1);
      }
    }
  }

  private static ProgressListener jumping(AdvancingTime time, Duration jump) {
    return new ProgressListener() {
      private boolean jumped;

      @Override
      public void onProgress(UploadProgress progress) {
        if (progress.state() == UploadState.UPLOADING && !jumped) {
          jumped = true;
          time.set(jump);
        }
      }
    };
  }
}

package io.github.youtubeupload.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.youtubeupload.UploadProgress;
import io.github.youtubeupload.UploadState;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProgressTextTest {
  @Test
  void showsBarSpeedAndTimeLeft() {
    assertThat(ProgressText.withBar(progress(UploadState.UPLOADING, 600_000, 1_200_000, 100_000)))
        .isEqualTo("Uploading [=======       ]  50 %  0.6 of 1.2 MB  100.0 kB/s  6 s left");
  }

  @Test
  void saysAHundredPercentOnlyOfAVideoThatExists() {
    assertThat(ProgressText.plain(progress(UploadState.FINALIZING, 700, 700, 0)))
        .isEqualTo("Finishing  99 %  700 of 700 B  all sent, answer due");
    assertThat(ProgressText.plain(progress(UploadState.COMPLETED, 700, 700, 0)))
        .isEqualTo("Done      100 %  700 of 700 B");
  }

  @Test
  void doesWithoutATotal() {
    UploadProgress live =
        new UploadProgress("id", UploadState.UPLOADING, 0, 5_000, 0, OptionalLong.empty(), 900, 3);

    assertThat(ProgressText.withBar(live)).isEqualTo("Uploading [              ] 5.0 kB  try 3");
  }

  /** A line that wraps cannot be drawn over. */
  @ParameterizedTest
  @EnumSource
  void fitsIntoEightyColumns(UploadState state) {
    long most = 999_900_000_000L;
    for (long sent : new long[] {0, 999, 999_949, 500_000_000_000L, most - 399_000, most}) {
      for (double speed : new double[] {0, 150, 999_900, 150_000_000, 999_900_000}) {
        assertThat(ProgressText.withBar(progress(state, sent, most, speed)).length())
            .isLessThan(80);
      }
    }
  }

  @Test
  void writesTimesForPeople() {
    assertThat(ProgressText.time(Duration.ofMillis(20))).isEqualTo("1 s");
    assertThat(ProgressText.time(Duration.ofSeconds(125))).isEqualTo("2:05 min");
    assertThat(ProgressText.time(Duration.ofMinutes(125))).isEqualTo("2:05 h");
  }

  @Test
  void redrawsTheLineOnlyWhenItChanged() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ProgressBar bar = new ProgressBar(new PrintStream(bytes, true, StandardCharsets.UTF_8))) {
      bar.show(progress(UploadState.STARTING, 0, 100, 0));
      bar.show(progress(UploadState.STARTING, 0, 100, 0));
      bar.show(progress(UploadState.UPLOADING, 50, 100, 0));
    }

    String drawn = bytes.toString(StandardCharsets.UTF_8);
    assertThat(drawn.split("\r", -1)).hasSize(3);
    assertThat(drawn).startsWith("\rStarting").endsWith("\u001b[K" + System.lineSeparator());
  }

  @Test
  void logsEveryTenthOnce() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ProgressLog log = new ProgressLog(new PrintStream(bytes, true, StandardCharsets.UTF_8))) {
      for (int sent = 0; sent <= 1000; sent++) {
        log.show(progress(UploadState.UPLOADING, sent, 1000, 0));
      }
    }

    assertThat(bytes.toString(StandardCharsets.UTF_8)).hasLineCount(10).doesNotContain("\u001b");
  }

  private static UploadProgress progress(UploadState state, long sent, long total, double speed) {
    return new UploadProgress("id", state, 0, sent, 0, OptionalLong.of(total), speed, 1);
  }
}

package io.github.youtubeupload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SpeedMeterTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void settlesOnASteadySpeed() {
    SpeedMeter meter = new SpeedMeter(0);
    for (int i = 1; i <= 100; i++) {
      meter.add(100_000, i * SECOND / 10);
    }
    assertThat(meter.bytesPerSecond()).isCloseTo(1_000_000, within(1_000.0));
  }

  @Test
  void forgetsAnOldSpeedWithinSeconds() {
    SpeedMeter meter = new SpeedMeter(0);
    meter.add(10_000_000, SECOND);
    for (int i = 2; i <= 31; i++) {
      meter.add(0, i * SECOND);
    }
    assertThat(meter.bytesPerSecond()).isLessThan(50_000);
  }

  @Test
  void countsManyCallsInOneInstant() {
    SpeedMeter meter = new SpeedMeter(0);
    for (int i = 0; i < 1000; i++) {
      meter.add(1000, 1);
    }
    meter.add(0, SECOND);
    assertThat(meter.bytesPerSecond()).isCloseTo(1_000_000, within(1.0));
  }
}

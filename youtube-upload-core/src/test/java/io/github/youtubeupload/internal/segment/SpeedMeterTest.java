package io.github.youtubeupload.internal.segment;

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
    meter.add(0, SECOND);
    meter.add(10_000_000, 2 * SECOND);
    for (int i = 3; i <= 32; i++) {
      meter.add(0, i * SECOND);
    }
    assertThat(meter.bytesPerSecond()).isLessThan(50_000);
  }

  @Test
  void countsManyCallsInOneInstant() {
    SpeedMeter meter = new SpeedMeter(0);
    meter.add(0, SECOND);
    for (int i = 0; i < 1000; i++) {
      meter.add(1000, SECOND + 1);
    }
    meter.add(0, 2 * SECOND);
    assertThat(meter.bytesPerSecond()).isCloseTo(1_000_000, within(1.0));
  }

  @Test
  void isNotFooledByTheBurstIntoTheSocketBuffer() {
    SpeedMeter meter = new SpeedMeter(0);
    meter.add(4_000_000, SECOND / 20);
    assertThat(meter.bytesPerSecond()).isZero();
    for (int i = 2; i <= 100; i++) {
      meter.add(50_000, i * SECOND / 20);
      assertThat(meter.bytesPerSecond()).isLessThanOrEqualTo(1_000_001);
    }
    assertThat(meter.bytesPerSecond()).isCloseTo(1_000_000, within(1.0));
  }

  @Test
  void isNotFooledWhenTheBurstIsFollowedByALongWait() {
    SpeedMeter meter = new SpeedMeter(0);
    meter.add(4_000_000, SECOND / 100);
    for (int i = 2; i <= 5; i++) {
      meter.add(2_000_000, i * 2L * SECOND);
    }
    assertThat(meter.bytesPerSecond()).isCloseTo(1_000_000, within(1.0));
  }

  @Test
  void weighsTheFirstMeasuredStepsAlike() {
    SpeedMeter meter = new SpeedMeter(0);
    meter.add(0, SECOND);
    meter.add(300_000, SECOND + SECOND / 10);
    for (int i = 2; i <= 10; i++) {
      meter.add(0, SECOND + i * SECOND / 10);
    }
    assertThat(meter.bytesPerSecond()).isBetween(200_000.0, 300_000.0);
  }
}

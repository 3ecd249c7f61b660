package io.github.youtubeupload.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.youtubeupload.quota.QuotaSettlement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every store must do about the Pacific day, besides the rest of the contract. */
public abstract class QuotaDayContract extends QuotaLeaseContract {

  /** The clock changes of two years, and an ordinary day. */
  @ParameterizedTest
  @CsvSource({
    "2026-03-08, 2026-03-08T08:00:00Z, 23",
    "2026-11-01, 2026-11-01T07:00:00Z, 25",
    "2027-03-14, 2027-03-14T08:00:00Z, 23",
    "2027-11-07, 2027-11-07T07:00:00Z, 25",
    "2026-07-04, 2026-07-04T07:00:00Z, 24",
  })
  void theDayLastsFromMidnightToMidnightPacificTime(String day, Instant start, int hours) {
    Instant end = start.plus(Duration.ofHours(hours));
    timeIs(start.minusMillis(1));
    assertThat(reserve("the day before", 1, 1).granted()).isTrue();
    assertThat(usage().resetsAt()).isEqualTo(start);
    settle("the day before", QuotaSettlement.SPENT);

    timeIs(start);
    assertThat(usage().day()).hasToString(day);
    assertThat(usage().resetsAt()).isEqualTo(end);
    assertThat(reserve("first", 1, 1).granted()).isTrue();
    settle("first", QuotaSettlement.SPENT);

    timeIs(end.minusMillis(1));
    assertThat(usage().day()).hasToString(day);
    assertThat(reserve("too many", 1, 1).granted()).isFalse();

    timeIs(end);
    assertThat(usage().used()).isZero();
    assertThat(usage().resetsAt()).isAfter(end);
    assertThat(reserve("the day after", 1, 1).granted()).isTrue();
  }

  private static final Instant MIDNIGHT = Instant.parse("2026-11-20T08:00:00Z");

  @Test
  void aCallMadeAfterMidnightIsChargedToTheNewDay() {
    timeIs(MIDNIGHT.minusSeconds(1));
    reserve("late", 1, 1);
    timeIs(MIDNIGHT.plusSeconds(1));
    reserve("early", 1, 1);
    settle("late", QuotaSettlement.SPENT);
    assertThat(usage().used()).as("over the limit, for both calls are made").isEqualTo(2);
    assertThat(store().entries(project)).hasSize(2);
    timeIs(MIDNIGHT.minusSeconds(1));
    assertThat(usage().used()).as("the day before is free of it").isZero();
  }

  @Test
  void whatWasSpentYesterdayStaysYesterdays() {
    timeIs(MIDNIGHT.minusSeconds(1));
    reserve("a", 1, 1);
    settle("a", QuotaSettlement.SPENT);
    timeIs(MIDNIGHT.plusSeconds(1));
    settle("a", QuotaSettlement.SPENT);
    assertThat(usage().used()).isZero();
    settle("a", QuotaSettlement.GIVEN_BACK);
    assertThat(usage().used()).isZero();
    timeIs(MIDNIGHT.minusSeconds(1));
    assertThat(usage().used()).isZero();
  }

  @Test
  void aReservationOfYesterdayIsTakenAnewToday() {
    timeIs(MIDNIGHT.minusSeconds(1));
    reserve("a", 1, 1);
    timeIs(MIDNIGHT.plusSeconds(1));
    reserve("b", 1, 1);
    assertThat(reserve("a", 1, 1).granted()).isFalse();
    settle("b", QuotaSettlement.GIVEN_BACK);
    assertThat(reserve("a", 1, 1).granted()).isTrue();
    assertThat(usage().used()).isEqualTo(1);
    timeIs(MIDNIGHT.minusSeconds(1));
    assertThat(usage().used()).isZero();
  }

  @Test
  void aReservationThatLapsedYesterdayAndIsSpentTodayCountsToday() {
    timeIs(MIDNIGHT.minus(LEASE).minusSeconds(1));
    reserve("a", 1, 1);
    timeIs(MIDNIGHT.minusSeconds(1));
    reserve("b", 1, 1);
    timeIs(MIDNIGHT.plusSeconds(1));
    settle("a", QuotaSettlement.SPENT);
    assertThat(usage().used()).isEqualTo(1);
  }

  @Test
  void aRefusalEndsWithTheDay() {
    timeIs(MIDNIGHT.minusSeconds(1));
    reserve("a", 1, 100);
    settle("a", QuotaSettlement.SPENT);
    timeIs(MIDNIGHT.plusSeconds(1));
    store().refused(project, "a");
    assertThat(reserve("b", 1, 100).granted()).isTrue();
    timeIs(MIDNIGHT.minusSeconds(1));
    assertThat(usage().exhausted()).isTrue();
  }

  @Test
  void aClockThatIsWrongForAMomentForgetsNothing() {
    timeIs(MIDNIGHT.minusSeconds(1));
    reserve("a", 1, 100);
    settle("a", QuotaSettlement.SPENT);
    store().refused(project, "a");
    timeIs(MIDNIGHT.plus(Duration.ofDays(30)));
    reserve("b", 1, 100);
    timeIs(MIDNIGHT.minusSeconds(1));
    assertThat(usage().used()).isEqualTo(1);
    assertThat(usage().exhausted()).isTrue();
  }
}

package io.github.youtubeupload.contract;

import static io.github.youtubeupload.quota.QuotaEntry.State.GIVEN_BACK;
import static io.github.youtubeupload.quota.QuotaEntry.State.HELD;
import static io.github.youtubeupload.quota.QuotaEntry.State.LAPSED;
import static io.github.youtubeupload.quota.QuotaEntry.State.SPENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.youtubeupload.quota.QuotaSettlement;
import io.github.youtubeupload.quota.QuotaStore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link QuotaStore} must do about reservations whose owner died or is slow. */
public abstract class QuotaLeaseContract extends QuotaStoreContract {
  @Test
  void aReservationLapsesWhenItsLeaseRunsOut() {
    reserve("dead", 1, 1);
    timeIs(NOON.plus(LEASE).minusMillis(1));
    assertThat(reserve("b", 1, 1).granted()).isFalse();
    timeIs(NOON.plus(LEASE));
    assertThat(usage().used()).isZero();
    assertThat(state("dead")).isEqualTo(LAPSED);
    assertThat(reserve("b", 1, 1).granted()).isTrue();
    assertThat(usage().used()).isEqualTo(1);
    assertThat(state("dead")).isEqualTo(LAPSED);
  }

  @Test
  void everyLapsedReservationIsFreedOnce() {
    IntStream.range(0, 5).forEach(i -> reserve("dead" + i, 2, 10));
    timeIs(NOON.plus(LEASE));
    assertThat(IntStream.range(0, 20).filter(i -> reserve("b" + i, 1, 10).granted())).hasSize(10);
    assertThat(usage().used()).isEqualTo(10);
  }

  @Test
  void aRefusalForgetsNoLapsedReservation() {
    reserve("dead", 1, 2);
    reserve("alive", 1, 2);
    settle("alive", QuotaSettlement.SPENT);
    timeIs(NOON.plus(LEASE));
    assertThat(reserve("big", 2, 2).granted()).isFalse();
    assertThat(usage().used()).isEqualTo(1);
    assertThat(reserve("b", 1, 2).granted()).isTrue();
    assertThat(reserve("c", 1, 2).granted()).isFalse();
  }

  @Test
  void repeatingAReservationRenewsItsLease() {
    reserve("a", 1, 1);
    timeIs(NOON.plus(LEASE).minusSeconds(1));
    reserve("a", 1, 1);
    timeIs(NOON.plus(LEASE).plusSeconds(1));
    assertThat(state("a")).isEqualTo(HELD);
    assertThat(reserve("b", 1, 1).granted()).isFalse();
  }

  @Test
  void aLapsedReservationIsTakenAnewIfThereIsRoom() {
    reserve("a", 1, 1);
    timeIs(NOON.plus(LEASE));
    assertThat(reserve("a", 1, 1).granted()).isTrue();
    assertThat(usage().used()).isEqualTo(1);
    assertThat(state("a")).isEqualTo(HELD);
  }

  @Test
  void spendingEndsTheLease() {
    reserve("a", 1, 1);
    settle("a", QuotaSettlement.SPENT);
    timeIs(NOON.plus(LEASE).plus(LEASE));
    assertThat(reserve("b", 1, 1).granted()).isFalse();
    assertThat(state("a")).isEqualTo(SPENT);
  }

  @Test
  void spendingAfterTheLeaseCountsEvenOverTheLimit() {
    reserve("slow", 1, 1);
    timeIs(NOON.plus(LEASE));
    reserve("b", 1, 1);
    settle("slow", QuotaSettlement.SPENT);
    settle("slow", QuotaSettlement.SPENT);
    assertThat(usage().used()).isEqualTo(2);
    assertThat(state("slow")).isEqualTo(SPENT);
  }

  @Test
  void givingBackALapsedReservationFreesNothingTwice() {
    reserve("slow", 1, 2);
    timeIs(NOON.plus(LEASE));
    reserve("b", 1, 2);
    settle("slow", QuotaSettlement.GIVEN_BACK);
    assertThat(usage().used()).isEqualTo(1);
    assertThat(state("slow")).isEqualTo(GIVEN_BACK);
  }
}

package io.github.youtubeupload.contract;

import static io.github.youtubeupload.quota.QuotaEntry.State.GIVEN_BACK;
import static io.github.youtubeupload.quota.QuotaEntry.State.HELD;
import static io.github.youtubeupload.quota.QuotaEntry.State.SPENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.youtubeupload.quota.QuotaDecision;
import io.github.youtubeupload.quota.QuotaEntry;
import io.github.youtubeupload.quota.QuotaPolicy;
import io.github.youtubeupload.quota.QuotaReservation;
import io.github.youtubeupload.quota.QuotaSettlement;
import io.github.youtubeupload.quota.QuotaStore;
import io.github.youtubeupload.quota.QuotaStoreException;
import io.github.youtubeupload.quota.QuotaUsage;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link QuotaStore} must do; what it must do about leases is in {@link
 * QuotaLeaseContract}, about days in {@link QuotaDayContract}.
 */
public abstract class QuotaStoreContract {
  static final Duration LEASE = Duration.ofMinutes(10);
  static final Instant NOON = Instant.parse("2026-11-20T20:00:00Z");

  final String project = "project-" + UUID.randomUUID();
  private QuotaStore store = QuotaStore.inMemory();

  /** A store whose clock is set by {@link #timeIs}; it may hold other projects already. */
  protected abstract QuotaStore open();

  /** Sets the clock of the store that {@link #open} returned. */
  protected abstract void timeIs(Instant now);

  @BeforeEach
  void openTheStoreAtNoon() {
    store = open();
    timeIs(NOON);
  }

  QuotaStore store() {
    return store;
  }

  QuotaReservation wish(String id, long units, long limit) {
    return new QuotaReservation(
        id, project, QuotaPolicy.UPLOADS, units, limit, "upload of " + id, LEASE);
  }

  private QuotaReservation wishInGeneral() {
    return new QuotaReservation("g", project, QuotaPolicy.GENERAL, 1, 1, "u", LEASE);
  }

  QuotaDecision reserve(String id, long units, long limit) {
    return store.reserve(wish(id, units, limit));
  }

  void settle(String id, QuotaSettlement settlement) {
    store.settle(project, id, settlement);
  }

  QuotaUsage usage() {
    return store.usage(project, QuotaPolicy.UPLOADS);
  }

  QuotaEntry.State state(String id) {
    return store.entries(project).stream()
        .filter(entry -> entry.reservationId().equals(id))
        .map(QuotaEntry::state)
        .findAny()
        .orElseThrow();
  }

  @Test
  void startsWithNothingUsed() {
    assertThat(usage().used()).isZero();
    assertThat(usage().exhausted()).isFalse();
    assertThat(usage().day()).hasToString("2026-11-20");
    assertThat(usage().resetsAt()).isEqualTo("2026-11-21T08:00:00Z");
    assertThat(store.entries(project)).isEmpty();
  }

  @Test
  void grantsWhatFitsUnderTheLimitAndNothingMore() {
    assertThat(IntStream.range(0, 10).filter(i -> reserve("r" + i, 1600, 10_000).granted()))
        .containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(usage().used()).isEqualTo(9600);
    assertThat(reserve("small", 401, 10_000).granted()).isFalse();
    assertThat(reserve("exact", 400, 10_000).granted()).isTrue();
  }

  @Test
  void tellsTheUsageRightAfterTheDecision() {
    assertThat(reserve("a", 3, 5)).isEqualTo(new QuotaDecision(true, usage()));
    assertThat(reserve("b", 3, 5)).isEqualTo(new QuotaDecision(false, usage()));
    assertThat(usage().used()).isEqualTo(3);
  }

  @Test
  void grantsNothingFromAnEmptyLimit() {
    assertThat(reserve("a", 1, 0).granted()).isFalse();
    assertThat(reserve("b", Long.MAX_VALUE, Long.MAX_VALUE - 1).granted()).isFalse();
  }

  @Test
  void aLimitThatWasLoweredBelowTheUsageGrantsNothing() {
    reserve("a", 8, 10);
    assertThat(reserve("b", 1, 5).granted()).isFalse();
    assertThat(usage().used()).isEqualTo(8);
  }

  @Test
  void takesNothingMoreForTheSameReservation() {
    reserve("a", 1, 1);
    assertThat(reserve("a", 1, 1).granted()).isTrue();
    settle("a", QuotaSettlement.SPENT);
    assertThat(reserve("a", 1, 1).granted()).isTrue();
    assertThat(usage().used()).isEqualTo(1);
    assertThat(state("a")).isEqualTo(SPENT);
  }

  @Test
  void keepsBucketsAndProjectsApart() {
    reserve("a", 1, 1);
    QuotaReservation other =
        new QuotaReservation("a", project + "-2", QuotaPolicy.UPLOADS, 1, 1, "u", LEASE);
    assertThat(store.reserve(wishInGeneral()).granted()).isTrue();
    assertThat(store.reserve(other).granted()).isTrue();
    assertThat(reserve("b", 1, 1).granted()).isFalse();
  }

  @Test
  void givesBackWhatWasHeldAndWhatWasSpent() {
    reserve("a", 1, 2);
    reserve("b", 1, 2);
    settle("b", QuotaSettlement.SPENT);
    settle("a", QuotaSettlement.GIVEN_BACK);
    settle("a", QuotaSettlement.GIVEN_BACK);
    settle("b", QuotaSettlement.GIVEN_BACK);
    assertThat(usage().used()).isZero();
    assertThat(state("a")).isEqualTo(GIVEN_BACK);
  }

  @Test
  void takesAReservationAnewThatWasGivenBackIfThereIsRoom() {
    reserve("a", 1, 1);
    settle("a", QuotaSettlement.GIVEN_BACK);
    assertThat(reserve("a", 1, 1).granted()).isTrue();
    assertThat(usage().used()).isEqualTo(1);
    settle("a", QuotaSettlement.GIVEN_BACK);
    reserve("b", 1, 1);
    assertThat(reserve("a", 1, 1).granted()).isFalse();
  }

  @Test
  void spendingWhatWasGivenBackCountsAgain() {
    reserve("a", 1, 1);
    settle("a", QuotaSettlement.GIVEN_BACK);
    settle("a", QuotaSettlement.SPENT);
    assertThat(usage().used()).isEqualTo(1);
  }

  @Test
  void grantsNothingMoreOnceGoogleRefused() {
    reserve("a", 1, 100);
    settle("a", QuotaSettlement.SPENT);
    store.refused(project, "a");
    store.refused(project, "a");
    assertThat(usage().exhausted()).isTrue();
    QuotaDecision next = reserve("b", 1, 100);
    assertThat(next.granted()).isFalse();
    assertThat(next.usage().exhausted()).isTrue();
    assertThat(QuotaPolicy.google().status(usage()).canUpload()).isFalse();
  }

  @Test
  void aRefusalStopsItsOwnBucketOnly() {
    reserve("a", 1, 100);
    store.refused(project, "a");
    assertThat(store.reserve(wishInGeneral()).granted()).isTrue();
  }

  @Test
  void doesNotKnowReservationsThatWereNeverMadeOrNotGranted() {
    reserve("refused", 2, 1);
    for (String id : new String[] {"never", "refused"}) {
      assertThatThrownBy(() -> settle(id, QuotaSettlement.SPENT))
          .isInstanceOf(QuotaStoreException.class)
          .hasMessageContaining(id);
      assertThatThrownBy(() -> store.refused(project, id)).isInstanceOf(QuotaStoreException.class);
    }
    assertThat(usage().used()).isZero();
  }

  @Test
  void tellsWhoReservedWhatOldestFirst() {
    reserve("z", 1, 10);
    timeIs(NOON.plusSeconds(60));
    reserve("a", 2, 10);
    settle("z", QuotaSettlement.SPENT);
    assertThat(store.entries(project))
        .containsExactly(
            new QuotaEntry("z", "upload of z", QuotaPolicy.UPLOADS, 1, NOON, SPENT),
            new QuotaEntry("a", "upload of a", QuotaPolicy.UPLOADS, 2, NOON.plusSeconds(60), HELD));
  }

  @Test
  void takesNamesOfAnyKind() {
    String odd = "a\tb\nc' \"; drop table \u0130 \ud83c\udfac%";
    assertThat(reserve(odd, 1, 1).granted()).isTrue();
    settle(odd, QuotaSettlement.SPENT);
    assertThat(state(odd)).isEqualTo(SPENT);
  }
}

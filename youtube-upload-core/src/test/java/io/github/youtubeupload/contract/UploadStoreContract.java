package io.github.youtubeupload.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.youtubeupload.store.UploadClaim;
import io.github.youtubeupload.store.UploadPage;
import io.github.youtubeupload.store.UploadQuery;
import io.github.youtubeupload.store.UploadRecord;
import io.github.youtubeupload.store.UploadStep;
import io.github.youtubeupload.store.UploadStore;
import io.github.youtubeupload.store.UploadStoreException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link UploadStore} must do. */
public abstract class UploadStoreContract {
  private static final String ID = "render-17";

  private UploadStore store = UploadStore.inMemory();

  /** An empty store. */
  protected abstract UploadStore open();

  @BeforeEach
  void openTheStore() {
    store = open();
  }

  private UploadClaim claim(String uploadId) {
    return store.claim(uploadId).orElseThrow();
  }

  private void save(UploadRecord record) {
    try (UploadClaim claim = claim(record.uploadId())) {
      claim.save(record);
    }
  }

  @Test
  void knowsNothingOfAnUploadThatWasNeverSaved() {
    try (UploadClaim claim = claim(ID)) {
      assertThat(claim.record()).isEmpty();
      assertThat(store.find(ID)).isEmpty();
      assertThat(store.list(UploadQuery.ALL)).isEmpty();
    }
    assertThat(store.find(ID)).isEmpty();
  }

  @Test
  void keepsEveryFieldOfARecord() {
    for (UploadRecord record :
        List.of(SampleRecords.accepted(ID), SampleRecords.sending(ID), SampleRecords.full(ID))) {
      save(record);
      assertThat(store.find(ID)).contains(record);
      assertThat(store.list(UploadQuery.ALL)).containsExactly(record);
    }
  }

  @Test
  void showsAnOwnerWhatItSavedLast() {
    try (UploadClaim claim = claim(ID)) {
      claim.save(SampleRecords.accepted(ID));
      claim.save(SampleRecords.sending(ID));
      assertThat(claim.record()).contains(SampleRecords.sending(ID));
      assertThat(store.find(ID)).contains(SampleRecords.sending(ID));
    }
    try (UploadClaim next = claim(ID)) {
      assertThat(next.record()).contains(SampleRecords.sending(ID));
    }
  }

  @Test
  void hasOneOwnerForAnUploadAtATime() {
    try (UploadClaim claim = claim(ID)) {
      assertThat(store.claim(ID)).isEmpty();
      try (UploadClaim other = claim("another")) {
        assertThat(other.record()).isEmpty();
      }
      claim.save(SampleRecords.accepted(ID));
    }
    claim(ID).close();
  }

  @Test
  void takesNothingFromTheNextOwnerWhenAClaimIsClosedTwice() {
    UploadClaim first = claim(ID);
    first.close();
    try (UploadClaim second = claim(ID)) {
      first.close();
      assertThat(store.claim(ID)).isEmpty();
      second.save(SampleRecords.accepted(ID));
    }
  }

  @Test
  void refusesAnOwnerThatGaveItsRightBack() {
    UploadClaim first = claim(ID);
    first.save(SampleRecords.sending(ID));
    first.close();
    assertThatThrownBy(() -> first.save(SampleRecords.accepted(ID)))
        .isInstanceOf(UploadStoreException.class)
        .hasMessageContaining(ID);
    assertThatThrownBy(first::delete).isInstanceOf(UploadStoreException.class);
    assertThat(store.find(ID)).contains(SampleRecords.sending(ID));
  }

  @Test
  void forgetsADeletedRecordHoweverOftenItIsDeleted() {
    save(SampleRecords.accepted(ID));
    try (UploadClaim claim = claim(ID)) {
      claim.delete();
      claim.delete();
      assertThat(claim.record()).isEmpty();
      assertThat(store.find(ID)).isEmpty();
      assertThat(store.list(UploadQuery.ALL)).isEmpty();
      claim.save(SampleRecords.sending(ID));
      assertThat(store.find(ID)).contains(SampleRecords.sending(ID));
    }
  }

  @Test
  void listsTheOldestFirstAlsoWhenClocksJumped() {
    UploadRecord middle = SampleRecords.accepted("b", SampleRecords.NOON);
    UploadRecord oldest = SampleRecords.accepted("c", SampleRecords.NOON.minusNanos(1));
    UploadRecord twin = SampleRecords.accepted("d", SampleRecords.NOON);
    UploadRecord youngest = SampleRecords.accepted("a", SampleRecords.NOON.plusSeconds(1));
    List.of(youngest, twin, middle, oldest).forEach(this::save);
    assertThat(store.list(UploadQuery.ALL)).containsExactly(oldest, middle, twin, youngest);
  }

  @Test
  void pagesThroughEveryRecordOnceWhateverThePagesSize() {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < 7; i++) {
      UploadRecord accepted = SampleRecords.accepted("upload " + i);
      save(i % 2 == 0 ? accepted : accepted.completed("v" + i, 1, SampleRecords.NOON));
      ids.add("upload " + i);
    }
    for (int size = 1; size <= 8; size++) {
      UploadQuery query = UploadQuery.ALL.pagesOf(size);
      UploadPage first = store.page(query);
      assertThat(first.records()).hasSizeLessThanOrEqualTo(size);
      assertThat(store.page(query)).as("the same page again").isEqualTo(first);
      assertThat(store.stream(query).map(UploadRecord::uploadId))
          .hasSize(7)
          .containsExactlyInAnyOrderElementsOf(ids);
    }
    assertThat(store.page(UploadQuery.ALL.pagesOf(7)).nextPageToken()).isNull();
  }

  @Test
  void findsRecordsByStepProjectAccountAndTime() {
    Instant noon = SampleRecords.NOON;
    UploadRecord open = SampleRecords.sending("open");
    UploadRecord done = SampleRecords.accepted("done").completed("v", 1, noon.plusSeconds(10));
    UploadRecord failed =
        SampleRecords.accepted("failed").ended(UploadStep.FAILED, "why", noon.plusSeconds(20));
    UploadRecord full = SampleRecords.full("full");
    List.of(open, done, failed, full).forEach(this::save);

    assertThat(store.list(UploadQuery.UNFINISHED)).containsExactly(full, open);
    assertThat(store.list(UploadQuery.ALL.at(Set.of(UploadStep.FAILED)))).containsExactly(failed);
    assertThat(store.list(UploadQuery.ALL.ofProject(full.project()))).containsExactly(full);
    assertThat(store.list(UploadQuery.ALL.ofAccount(full.account()))).containsExactly(full);
    assertThat(store.list(UploadQuery.ALL.ofAccount(""))).hasSize(3).doesNotContain(full);
    assertThat(store.list(UploadQuery.ALL.since(noon.plusSeconds(10)).before(noon.plusSeconds(20))))
        .containsExactly(done);
    assertThat(store.list(UploadQuery.ALL.since(noon.plusSeconds(10).plusNanos(1))))
        .containsExactly(full, failed);
    assertThat(store.list(UploadQuery.UNFINISHED.ofProject("another"))).isEmpty();
  }

  @Test
  void showsOneRecordOfAnUploadThatBeganAnew() {
    UploadRecord failed =
        SampleRecords.accepted(ID).ended(UploadStep.FAILED, "why", SampleRecords.NOON);
    UploadRecord anew = SampleRecords.accepted(ID).afterAttempts(1);
    UploadRecord done = anew.completed("v", 1, SampleRecords.NOON);
    for (UploadRecord record : List.of(failed, anew, done)) {
      save(record);
      assertThat(store.find(ID)).contains(record);
      assertThat(store.stream(UploadQuery.ALL)).containsExactly(record);
    }
    save(anew);
    try (UploadClaim claim = claim(ID)) {
      claim.delete();
    }
    assertThat(store.find(ID)).isEmpty();
    assertThat(store.stream(UploadQuery.ALL)).isEmpty();
  }

  @Test
  void tellsApartIdsThatLookAlike() {
    List<String> ids =
        List.of(
            "a",
            "A",
            " a",
            "a ",
            "a/b",
            "a\\b",
            "a-b",
            "../a",
            "..",
            ".",
            "CON",
            "a.json",
            "\u00e4",
            "a\u0308",
            "\ud83c\udfac",
            "*?<>|:\"",
            "x".repeat(200),
            "x".repeat(199));
    ids.forEach(id -> save(SampleRecords.accepted(id)));
    assertThat(ids)
        .allSatisfy(id -> assertThat(store.find(id)).contains(SampleRecords.accepted(id)));
    assertThat(store.list(UploadQuery.ALL)).hasSameSizeAs(ids);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\nb", "\u0000", "\u007f", "\ud83c"})
  void refusesAnIdThatNamesNoUpload(String id) {
    assertThatIllegalArgumentException().isThrownBy(() -> store.claim(id));
    assertThatIllegalArgumentException().isThrownBy(() -> store.find(id));
  }

  @Test
  void refusesAnIdThatIsTooLong() {
    assertThatIllegalArgumentException().isThrownBy(() -> store.claim("x".repeat(201)));
  }

  @Test
  void refusesTheRecordOfAnotherUpload() {
    try (UploadClaim claim = claim(ID)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> claim.save(SampleRecords.accepted("another")));
    }
    assertThat(store.list(UploadQuery.ALL)).isEmpty();
  }

  @Test
  void servesAThreadThatWasToldToStop() {
    Thread.currentThread().interrupt();
    try (UploadClaim claim = claim(ID)) {
      claim.save(SampleRecords.accepted(ID));
      claim.save(SampleRecords.sending(ID));
      assertThat(store.find(ID)).contains(SampleRecords.sending(ID));
      assertThat(store.list(UploadQuery.ALL)).hasSize(1);
      assertThat(store.claim(ID)).isEmpty();
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    claim(ID).close();
  }

  @Test
  void givesAnUploadToOneOfManyThreads() throws Exception {
    int threads = 8;
    CyclicBarrier start = new CyclicBarrier(threads);
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      for (int round = 0; round < 20; round++) {
        Callable<Optional<UploadClaim>> race =
            () -> {
              start.await();
              return store.claim(ID);
            };
        List<UploadClaim> winners = new ArrayList<>();
        List<Future<Optional<UploadClaim>>> results = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
          results.add(executor.submit(race));
        }
        for (Future<Optional<UploadClaim>> result : results) {
          result.get().ifPresent(winners::add);
        }
        assertThat(winners).hasSize(1);
        winners.forEach(UploadClaim::close);
      }
    } finally {
      executor.shutdownNow();
    }
  }
}

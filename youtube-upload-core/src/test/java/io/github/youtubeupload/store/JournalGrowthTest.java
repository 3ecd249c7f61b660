package io.github.youtubeupload.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.youtubeupload.contract.SampleRecords;
import io.github.youtubeupload.internal.files.CountingFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is over costs nothing: counted in operations on files, not in time. */
class JournalGrowthTest {
  private static final int FEW = 50;
  private static final int MANY = 3000;

  @TempDir Path temporary;

  /** Ended uploads, put where a store would have put them. */
  private static void fill(Path state, int records) throws IOException {
    UploadStore.directory(state);
    RecordFormat format = new RecordFormat(null);
    for (int i = 0; i < records; i++) {
      UploadRecord record =
          SampleRecords.accepted("done-" + i).completed("v" + i, 1, SampleRecords.NOON);
      Path file = state.resolve("uploads").resolve(RecordName.of(record.uploadId()).ended());
      Files.createDirectories(file.getParent());
      Files.write(file, format.encode(record, Stamp.ofNewClaim()));
    }
  }

  private Map<String, Long> costs(int finished) throws IOException {
    Path state = temporary.resolve("with-" + finished);
    fill(state, finished);
    CountingFiles files = new CountingFiles(state);
    Map<String, Long> costs = new LinkedHashMap<>();
    long before = files.count();
    UploadStore store = UploadStore.directory(files.counted(state));
    for (Map.Entry<String, Runnable> deed : deeds(store).entrySet()) {
      deed.getValue().run();
      costs.put(deed.getKey(), files.count() - before);
      before = files.count();
    }
    return costs;
  }

  private static Map<String, Runnable> deeds(UploadStore store) {
    Map<String, Runnable> deeds = new LinkedHashMap<>();
    deeds.put("open", () -> {});
    deeds.put("submit", () -> save(store, SampleRecords.accepted("new")));
    deeds.put("send", () -> save(store, SampleRecords.sending("new")));
    deeds.put("find", () -> assertThat(store.find("new")).isPresent());
    deeds.put("find a finished one", () -> assertThat(store.find("done-7")).isPresent());
    deeds.put("find none", () -> assertThat(store.find("never")).isEmpty());
    deeds.put("claim a finished one", () -> store.claim("done-7").orElseThrow().close());
    deeds.put(
        "list what is unfinished", () -> assertThat(store.list(UploadQuery.UNFINISHED)).hasSize(1));
    deeds.put(
        "cancel",
        () ->
            save(
                store,
                SampleRecords.sending("new")
                    .ended(UploadStep.CANCELLED, "cancelled", SampleRecords.NOON)));
    deeds.put(
        "forget",
        () -> {
          try (UploadClaim claim = store.claim("done-7").orElseThrow()) {
            claim.delete();
          }
        });
    return deeds;
  }

  private static void save(UploadStore store, UploadRecord record) {
    try (UploadClaim claim = store.claim(record.uploadId()).orElseThrow()) {
      claim.save(record);
    }
  }

  @Test
  void whatIsOverCostsNothing() throws IOException {
    Map<String, Long> few = costs(FEW);
    Map<String, Long> many = costs(MANY);
    System.out.println("operations on files with " + FEW + " finished uploads: " + few);
    System.out.println("operations on files with " + MANY + " finished uploads: " + many);
    assertThat(many)
        .allSatisfy((deed, cost) -> assertThat(cost).isLessThanOrEqualTo(few.get(deed) + 2));
  }

  @Test
  void aPageReadsNotMuchMoreThanItShows() throws IOException {
    Path state = temporary.resolve("pages");
    fill(state, MANY);
    CountingFiles files = new CountingFiles(state);
    UploadStore store = UploadStore.directory(files.counted(state));
    long before = files.count();
    UploadPage page = store.page(UploadQuery.ALL.pagesOf(10));
    assertThat(page.records()).hasSize(10);
    assertThat(files.count() - before).isLessThan(1000);
  }

  @Test
  void whoeverLooksForATimeReadsNoRecordOfAnother() throws IOException {
    UploadStore store = UploadStore.directory(temporary);
    for (int i = 0; i < 20; i++) {
      save(
          store,
          SampleRecords.accepted("done-" + i)
              .completed("v", 1, SampleRecords.NOON.plus(Duration.ofHours(i))));
    }
    CountingFiles files = new CountingFiles(temporary);
    UploadStore counted = UploadStore.directory(files.counted(temporary));
    long start = files.count();
    counted.list(UploadQuery.ALL);
    long all = files.count() - start;
    UploadQuery last = UploadQuery.ALL.since(SampleRecords.NOON.plus(Duration.ofHours(19)));
    assertThat(counted.list(last)).hasSize(1);
    assertThat(files.count() - start - all).isLessThan(all);
  }
}

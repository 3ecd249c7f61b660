package io.github.youtubeupload.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.youtubeupload.contract.SettableClock;
import io.github.youtubeupload.internal.files.CountingFiles;
import io.github.youtubeupload.internal.files.PrivateDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A long day costs no more than a short one: counted in operations on files, not in time. */
class LedgerGrowthTest {
  private static final Instant NOON = Instant.parse("2026-11-20T20:00:00Z");

  @TempDir Path temporary;

  private static QuotaReservation wish(String id) {
    return new QuotaReservation(id, "p", "b", 1, 1_000_000, "u", Duration.ofMinutes(10));
  }

  /** As many reservations of today as if each had been reserved and spent. */
  private static void fill(Path state, int settled) throws IOException {
    List<LedgerLine> lines = new ArrayList<>();
    for (int i = 0; i < settled; i++) {
      lines.add(
          LedgerLine.held(wish("old-" + i), NOON)
              .settled(QuotaEntry.State.SPENT, QuotaDay.of(NOON))
              .numbered(i));
    }
    new SettledFiles(PrivateDirectory.open(state.resolve("quota"))).add(lines);
    Ledger ledger = new Ledger(new SettledFiles(PrivateDirectory.open(state.resolve("quota"))));
    ledger.restore(
        new Ledger.BucketDay("p", "b", QuotaDay.of(NOON)), new Ledger.Total(settled, false));
    ledger.restore(settled);
    PrivateDirectory.open(state.resolve("quota")).write("ledger", LedgerFormat.write(ledger));
  }

  private Map<String, Long> costs(int settled) throws IOException {
    Path state = temporary.resolve("with-" + settled);
    fill(state, settled);
    SettableClock clock = new SettableClock();
    clock.set(NOON);
    CountingFiles files = new CountingFiles(state);
    QuotaStore store = DirectoryQuotaStore.open(files.counted(state), clock);
    Map<String, Runnable> deeds = new LinkedHashMap<>();
    deeds.put("reserve", () -> assertThat(store.reserve(wish("new")).granted()).isTrue());
    deeds.put("spend", () -> store.settle("p", "new", QuotaSettlement.SPENT));
    deeds.put("usage", () -> assertThat(store.usage("p", "b").used()).isEqualTo(settled + 1));
    deeds.put("reserve again", () -> assertThat(store.reserve(wish("old-7")).granted()).isTrue());
    deeds.put("give back", () -> store.settle("p", "old-7", QuotaSettlement.GIVEN_BACK));
    deeds.put("refused", () -> store.refused("p", "new"));
    Map<String, Long> costs = new LinkedHashMap<>();
    long before = files.count();
    for (Map.Entry<String, Runnable> deed : deeds.entrySet()) {
      deed.getValue().run();
      costs.put(deed.getKey(), files.count() - before);
      before = files.count();
    }
    return costs;
  }

  @Test
  void aLongDayCostsNoMoreThanAShortOne() throws IOException {
    Map<String, Long> few = costs(40);
    Map<String, Long> many = costs(4000);
    System.out.println("operations on files after 40 reservations: " + few);
    System.out.println("operations on files after 4000 reservations: " + many);
    assertThat(many)
        .allSatisfy((deed, cost) -> assertThat(cost).isLessThanOrEqualTo(few.get(deed) + 4));
  }
}

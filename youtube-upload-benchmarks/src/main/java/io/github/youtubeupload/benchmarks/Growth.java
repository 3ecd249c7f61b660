package io.github.youtubeupload.benchmarks;

import static io.github.youtubeupload.benchmarks.Table.number;

import io.github.youtubeupload.Resumption;
import io.github.youtubeupload.UploadClient;
import io.github.youtubeupload.auth.YouTubeCredentials;
import io.github.youtubeupload.quota.QuotaStore;
import io.github.youtubeupload.store.UploadClaim;
import io.github.youtubeupload.store.UploadQuery;
import io.github.youtubeupload.store.UploadStep;
import io.github.youtubeupload.store.UploadStore;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a state directory costs that has a past: nothing should grow with what is over. */
final class Growth {
  private static final List<Integer> SIZES = List.of(100, 1_000, 10_000, 100_000);
  private static final int MOST_UNFINISHED = 10_000;
  private static final int TIMES = 101;

  /** Where nobody listens: what is resumed queues behind one upload that tries again. */
  private static final URI NOWHERE = URI.create("http://127.0.0.1:9/");

  private Growth() {}

  private interface Deed {
    void run(int number);
  }

  static String table(Scale scale) throws IOException, InterruptedException {
    Path video = Videos.random(scale.folder(), 1 << 20);
    Map<String, List<String>> rows = new LinkedHashMap<>();
    List<Path> states = new ArrayList<>();
    for (int size : SIZES) {
      states.add(GrowthState.filled(scale.folder(), "finished-" + size, size, 0, video));
    }
    calls(states, video).forEach((call, each) -> rows.put(call + ", ms", milliseconds(each)));
    for (Path state : states) {
      whole(state).forEach((work, seconds) -> cell(rows, work + ", s", seconds));
    }
    for (int size : SIZES) {
      int unfinished = Math.min(size, MOST_UNFINISHED);
      Path queue = GrowthState.filled(scale.folder(), "queue-" + size, 0, unfinished, video);
      restart(queue).forEach((work, seconds) -> cell(rows, work + ", s", seconds));
    }
    List<String> head = new ArrayList<>(List.of("after so many uploads"));
    SIZES.forEach(size -> head.add(String.format(Locale.ROOT, "%,d", size)));
    Table table = new Table(head.toArray(String[]::new));
    rows.forEach(
        (name, cells) -> {
          List<String> row = new ArrayList<>(List.of(name));
          row.addAll(cells);
          table.row(row);
        });
    return table.toString();
  }

  private static void cell(Map<String, List<String>> rows, String name, String value) {
    rows.computeIfAbsent(name, row -> new ArrayList<>()).add(value);
  }

  /** The same call on each state. */
  private static Map<String, List<Deed>> calls(List<Path> states, Path video) {
    Map<String, List<Deed>> all = new LinkedHashMap<>();
    for (Path state : states) {
      calls(state, video)
          .forEach((call, deed) -> all.computeIfAbsent(call, c -> new ArrayList<>()).add(deed));
    }
    return all;
  }

  private static Map<String, Deed> calls(Path state, Path video) {
    UploadStore journal = UploadStore.directory(state);
    QuotaStore ledger = QuotaStore.directory(state);
    Map<String, Deed> calls = new LinkedHashMap<>();
    calls.put("open the journal", i -> UploadStore.directory(state));
    calls.put(
        "submit: claim and save",
        i -> GrowthState.save(journal, GrowthState.accepted("new-" + i, video)));
    calls.put("find", i -> journal.find("new-" + i));
    calls.put("claim a finished one", i -> claim(journal, "finished-" + i % 100));
    calls.put(
        "cancel: claim and save",
        i ->
            GrowthState.save(
                journal,
                GrowthState.accepted("new-" + i, video)
                    .ended(UploadStep.CANCELLED, "cancelled", Instant.now())));
    calls.put("list what is unfinished", i -> journal.list(UploadQuery.UNFINISHED));
    calls.put("a page of 100", i -> journal.page(UploadQuery.ALL));
    calls.put("reserve and spend", i -> GrowthState.spend(ledger, "new-" + i));
    calls.put("quota's usage", i -> ledger.usage("default", "uploads"));
    return calls;
  }

  private static void claim(UploadStore journal, String id) {
    try (UploadClaim claim = journal.claim(id).orElseThrow()) {
      claim.record();
    }
  }

  /** In turns, for the disk is not always as fast. */
  private static List<String> milliseconds(List<Deed> deeds) {
    double[][] seconds = new double[deeds.size()][TIMES];
    for (int i = 0; i < TIMES; i++) {
      for (int each = 0; each < deeds.size(); each++) {
        Deed deed = deeds.get(each);
        int number = i;
        seconds[each][i] = seconds(() -> deed.run(number));
      }
    }
    return Arrays.stream(seconds)
        .map(times -> number(Median.of(Arrays.stream(times)) * 1e3, 2))
        .toList();
  }

  private static Map<String, String> whole(Path state) {
    UploadStore journal = UploadStore.directory(state);
    Map<String, String> works = new LinkedHashMap<>();
    works.put(
        "walk through all",
        number(seconds(() -> journal.stream(UploadQuery.ALL).forEach(record -> {})), 2));
    try (UploadClient client = client(state)) {
      works.put(
          "forgetEnded, none is old enough",
          number(seconds(() -> client.forgetEnded(Duration.ofDays(1))), 2));
      works.put("forgetEnded of all", number(seconds(() -> client.forgetEnded(Duration.ZERO)), 2));
    }
    return works;
  }

  private static Map<String, String> restart(Path state) {
    Map<String, String> works = new LinkedHashMap<>();
    UploadClient client = client(state);
    try {
      works.put(
          "resumeAll of as many (10,000 at most)",
          number(seconds(() -> client.resumeAll(Resumption.DEFAULT)), 2));
    } finally {
      works.put("close with them queued", number(seconds(client::close), 2));
    }
    return works;
  }

  private static UploadClient client(Path state) {
    return UploadClient.builder()
        .endpoint(NOWHERE)
        .credentials(YouTubeCredentials.accessToken("token"))
        .stateDirectory(state)
        .maxConcurrentUploads(1)
        .build();
  }

  private static double seconds(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }
}

package io.github.youtubeupload.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.youtubeupload.quota.QuotaEntry;
import io.github.youtubeupload.quota.QuotaEntry.State;
import io.github.youtubeupload.quota.QuotaPolicy;
import io.github.youtubeupload.quota.QuotaReservation;
import io.github.youtubeupload.quota.QuotaStore;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Four processes with 50 threads each race for the units of a project, round after round; in every
 * second round one of them is killed while it has something. {@code -Dquota.rounds} sets how many
 * rounds, {@code -Dquota.seed} repeats them.
 */
public abstract class QuotaRaceContract {
  static final Instant NOON = Instant.parse("2026-11-20T20:00:00Z");
  private static final Instant AFTER_THE_LEASE = NOON.plus(Duration.ofMinutes(11));
  private static final int PROCESSES = 4;
  private static final int THREADS = 50;

  private final Class<? extends StoreOpener> opener;
  private final BlockingQueue<RacerProcess.Line> heard = new LinkedBlockingQueue<>();
  private int born;

  protected QuotaRaceContract(Class<? extends StoreOpener> opener) {
    this.opener = opener;
  }

  /** What the opener is given: a place that is this test's alone. */
  protected abstract String location();

  /** Returns when nothing is going on any more that a killed process had begun. */
  protected void awaitQuiet() {}

  private record Outcome(Set<String> spent, int processesLeft) {}

  @Test
  void grantsExactlyWhatFitsWhoeverRacesAndWhoeverDies() throws Exception {
    int rounds = Integer.getInteger("quota.rounds", 10);
    long seed = Long.getLong("quota.seed", System.nanoTime());
    System.out.println(getClass().getSimpleName() + ": -Dquota.seed=" + seed);
    Random random = new Random(seed);
    long started = System.nanoTime();
    int kills = 0;
    int lapsed = 0;
    List<RacerProcess> racers = new ArrayList<>();
    try {
      for (int round = 0; round < rounds; round++) {
        while (racers.size() < PROCESSES) {
          racers.add(racer());
        }
        String project = "round-" + round;
        long units = random.nextLong(1, 6);
        long limit = units + random.nextLong(60);
        boolean kill = round % 2 == 1;
        int fits = (int) (limit / units);
        int killAt = kill ? 1 + random.nextInt(fits) : Integer.MAX_VALUE;
        Outcome outcome = race(racers, "%s %d %d".formatted(project, units, limit), killAt);
        kills += PROCESSES - racers.size();
        lapsed += check(project, units, limit, kill, outcome);
      }
    } finally {
      racers.forEach(RacerProcess::close);
    }
    System.out.printf(
        "%s: %d rounds, %d processes killed, %d reservations lapsed, %d ms%n",
        getClass().getSimpleName(),
        rounds,
        kills,
        lapsed,
        (System.nanoTime() - started) / 1_000_000);
  }

  private RacerProcess racer() throws IOException {
    List<String> arguments =
        List.of(opener.getName(), location(), "racer-" + born++, Integer.toString(THREADS));
    return new RacerProcess(arguments, heard);
  }

  private Outcome race(List<RacerProcess> racers, String order, int killAt) throws Exception {
    for (RacerProcess racer : racers) {
      racer.tell(order);
    }
    Set<String> spent = new HashSet<>();
    int holds = 0;
    Set<RacerProcess> running = new HashSet<>(racers);
    while (!running.isEmpty()) {
      RacerProcess.Line line =
          Objects.requireNonNull(heard.poll(60, TimeUnit.SECONDS), "the racers hang");
      String[] words = line.text().split(" ", -1);
      switch (words[0]) {
        case "held" -> {
          if (++holds == killAt) {
            racers.remove(line.racer());
            line.racer().kill();
          }
        }
        case "spent" -> spent.add(words[1]);
        case "done" -> {
          if (racers.contains(line.racer())) {
            running.remove(line.racer());
          }
        }
        case "gone" -> running.remove(line.racer());
        default -> throw new AssertionError(line.text());
      }
    }
    awaitQuiet();
    return new Outcome(spent, racers.size());
  }

  /** Says how many reservations of the killed process lapsed. */
  private int check(String project, long units, long limit, boolean kill, Outcome outcome)
      throws Exception {
    int fits = (int) (limit / units);
    List<QuotaEntry> meanwhile = at(NOON).entries(project);
    assertThat(meanwhile).allMatch(entry -> entry.state().counts()).hasSize(fits);
    assertThat(idsOf(meanwhile, State.SPENT)).containsAll(outcome.spent());

    QuotaStore store = at(AFTER_THE_LEASE);
    List<QuotaEntry> afterwards = store.entries(project);
    Set<String> spent = idsOf(afterwards, State.SPENT);
    Set<String> lapsed = idsOf(afterwards, State.LAPSED);
    assertThat(spent.size() + lapsed.size()).isEqualTo(fits);
    if (kill) {
      assertThat(lapsed.stream().map(id -> id.replaceAll("-\\d+$", "")).distinct())
          .as("all of one process, which was killed")
          .hasSizeLessThanOrEqualTo(1);
    } else {
      assertThat(outcome.spent()).hasSize(fits).isEqualTo(spent);
    }
    assertThat(store.usage(project, QuotaPolicy.UPLOADS).used()).isEqualTo(spent.size() * units);
    assertThat(IntStream.range(0, fits).filter(i -> reserve(store, project, i, units, limit)))
        .as("what lapsed is granted again, and nothing else")
        .hasSize(lapsed.size());
    assertThat(store.usage(project, QuotaPolicy.UPLOADS).used()).isEqualTo(fits * units);
    return lapsed.size();
  }

  private static boolean reserve(
      QuotaStore store, String project, int number, long units, long limit) {
    String id = "refill-" + number;
    return store
        .reserve(
            new QuotaReservation(
                id, project, QuotaPolicy.UPLOADS, units, limit, id, Duration.ofMinutes(10)))
        .granted();
  }

  private static Set<String> idsOf(List<QuotaEntry> entries, State state) {
    return entries.stream()
        .filter(entry -> entry.state() == state)
        .map(QuotaEntry::reservationId)
        .collect(Collectors.toSet());
  }

  private QuotaStore at(Instant now) throws ReflectiveOperationException {
    return opener.getConstructor().newInstance().open(location(), now);
  }
}

package io.github.youtubeupload.contract;

import io.github.youtubeupload.quota.QuotaPolicy;
import io.github.youtubeupload.quota.QuotaReservation;
import io.github.youtubeupload.quota.QuotaSettlement;
import io.github.youtubeupload.quota.QuotaStore;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A process of workers that race for what a project still has, once for each line it is told. */
public final class QuotaRacer {
  private static final Duration LEASE = Duration.ofMinutes(10);

  private final QuotaStore store;
  private final String name;
  private final ExecutorService workers;
  private final int threads;

  private QuotaRacer(QuotaStore store, String name, int threads) {
    this.store = store;
    this.name = name;
    this.threads = threads;
    this.workers = Executors.newFixedThreadPool(threads);
  }

  /** Takes the opener's class, the location, this racer's name and its number of threads. */
  public static void main(String[] arguments) throws Exception {
    StoreOpener opener =
        Class.forName(arguments[0]).asSubclass(StoreOpener.class).getConstructor().newInstance();
    QuotaStore store = opener.open(arguments[1], QuotaRaceContract.NOON);
    QuotaRacer racer = new QuotaRacer(store, arguments[2], Integer.parseInt(arguments[3]));
    BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String order = orders.readLine(); order != null; order = orders.readLine()) {
      String[] words = order.split(" ", -1);
      racer.race(words[0], Long.parseLong(words[1]), Long.parseLong(words[2]));
      System.out.println("done");
    }
    racer.workers.shutdownNow();
  }

  private void race(String project, long units, long limit) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      String id = name + "-" + i;
      running.add(
          workers.submit(
              () -> {
                start.await();
                reserveAndSpend(project, id, units, limit);
                return id;
              }));
    }
    start.countDown();
    for (Future<?> each : running) {
      each.get();
    }
  }

  private void reserveAndSpend(String project, String id, long units, long limit) {
    QuotaReservation wish =
        new QuotaReservation(id, project, QuotaPolicy.UPLOADS, units, limit, "of " + id, LEASE);
    try {
      if (store.reserve(wish).granted()) {
        System.out.println("held " + id);
        store.settle(project, id, QuotaSettlement.SPENT);
        System.out.println("spent " + id);
      }
    } catch (RuntimeException e) {
      System.out.println("failed " + id + " " + e);
    }
  }
}

package io.github.youtubeupload.internal.concurrent;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A bounded number of threads, shared fairly: accounts with something to run take turns, and none
 * holds more threads than its share, so that one with a thousand tasks delays nobody's only one.
 * Thread-safe.
 */
public final class FairExecutor {
  private static final long IDLE_SECONDS = 10;

  private final ThreadPoolExecutor threads;
  private final int share;
  private int free;
  private boolean shutdown;

  /** In the order of whose turn it is. */
  private final Map<String, Deque<Runnable>> waiting = new LinkedHashMap<>();

  private final Map<String, Integer> running = new HashMap<>();

  public FairExecutor(int threads, int share, String names) {
    this.free = threads;
    this.share = share;
    this.threads =
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE, // "free" is the bound
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            DaemonThreads.named(names));
  }

  /**
   * Runs a task as soon as its account's turn comes.
   *
   * @throws RejectedExecutionException after {@link #shutdown}
   */
  public synchronized void execute(String account, Runnable task) {
    if (shutdown) {
      throw new RejectedExecutionException("the client is closed");
    }
    waiting.computeIfAbsent(account, none -> new ArrayDeque<>()).add(task);
    startWhatMay();
  }

  /** Takes a task back; false if it has begun, or never was here. */
  public synchronized boolean remove(String account, Runnable task) {
    Deque<Runnable> tasks = waiting.get(account);
    if (tasks == null || !tasks.remove(task)) {
      return false;
    }
    if (tasks.isEmpty()) {
      waiting.remove(account);
    }
    return true;
  }

  /** Takes no more tasks; those that wait still run. */
  public synchronized void shutdown() {
    shutdown = true;
    endThreads();
  }

  private void startWhatMay() {
    Iterator<Map.Entry<String, Deque<Runnable>>> turns = waiting.entrySet().iterator();
    Map<String, Deque<Runnable>> afterTheirTurn = new LinkedHashMap<>();
    while (free > 0 && turns.hasNext()) {
      Map.Entry<String, Deque<Runnable>> next = turns.next();
      String account = next.getKey();
      if (running.getOrDefault(account, 0) < share) {
        Deque<Runnable> tasks = next.getValue();
        turns.remove();
        start(account, tasks.remove());
        if (!tasks.isEmpty()) {
          afterTheirTurn.put(account, tasks);
        }
      }
    }
    if (!afterTheirTurn.isEmpty()) {
      waiting.putAll(afterTheirTurn);
      startWhatMay();
    }
  }

  private void start(String account, Runnable task) {
    free--;
    running.merge(account, 1, Integer::sum);
    threads.execute(
        () -> {
          try {
            task.run();
          } finally {
            ended(account);
          }
        });
  }

  private synchronized void ended(String account) {
    free++;
    running.computeIfPresent(account, (key, count) -> count == 1 ? null : count - 1);
    startWhatMay();
    endThreads();
  }

  private void endThreads() {
    if (shutdown && waiting.isEmpty()) {
      threads.shutdown();
    }
  }
}

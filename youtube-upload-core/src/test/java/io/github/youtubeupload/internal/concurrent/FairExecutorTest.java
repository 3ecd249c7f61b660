package io.github.youtubeupload.internal.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FairExecutorTest {
  private final CountDownLatch release = new CountDownLatch(1);
  private final List<String> ran = new CopyOnWriteArrayList<>();
  private FairExecutor executor = new FairExecutor(1, 1, "fair-");

  @AfterEach
  void end() {
    release.countDown();
    executor.shutdown();
  }

  @Test
  void accountsTakeTurnsWhoeverCameFirst() throws Exception {
    executor.execute("many", this::block);
    CountDownLatch done = new CountDownLatch(5);
    for (int i = 0; i < 3; i++) {
      executor.execute("many", () -> note("many", done));
    }
    executor.execute("one", () -> note("one", done));
    executor.execute("other", () -> note("other", done));

    release.countDown();

    assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(ran).startsWith("many", "one", "other").hasSize(5);
  }

  @Test
  void aShareIsKeptFreeForOthersHoweverMuchOneWaits() throws Exception {
    executor = new FairExecutor(3, 2, "fair-");
    for (int i = 0; i < 60; i++) {
      executor.execute("many", this::block);
    }
    CountDownLatch done = new CountDownLatch(1);

    executor.execute("one", () -> note("one", done));

    assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void whatWaitsCanBeTakenBackAndStillRunsAfterShutdown() throws Exception {
    executor.execute("a", this::block);
    CountDownLatch done = new CountDownLatch(1);
    Runnable never = () -> note("never", done);
    executor.execute("a", never);
    executor.execute("a", () -> note("last", done));

    assertThat(executor.remove("a", never)).isTrue();
    assertThat(executor.remove("a", never)).isFalse();
    executor.shutdown();
    assertThatThrownBy(() -> executor.execute("a", never))
        .isInstanceOf(RejectedExecutionException.class);
    release.countDown();

    assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(ran).containsExactly("last");
  }

  private void block() {
    try {
      release.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void note(String what, CountDownLatch done) {
    ran.add(what);
    done.countDown();
  }
}

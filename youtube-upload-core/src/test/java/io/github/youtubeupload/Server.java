package io.github.youtubeupload;

import io.github.youtubeupload.testkit.FakeYouTube;
import io.github.youtubeupload.testkit.FaultScript;
import io.github.youtubeupload.testkit.Step;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what a FakeYouTube sees. */
record Server(FakeYouTube fake) {

  void script(FaultScript script) {
    fake.script(script);
  }

  /** Returns when the server has what it needs to be in the middle of that place. */
  void awaitBlocked(StopTest.Place place) throws InterruptedException {
    if (place == StopTest.Place.WRITING) {
      fake.awaitBytesReceived(1000, Duration.ofSeconds(20));
    }
  }

  boolean awaitDiscard() {
    return await(() -> fake.requests().stream().anyMatch(request -> request.step() == Step.DELETE));
  }

  private static boolean await(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean() && System.nanoTime() < end) {
      LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
    }
    return condition.getAsBoolean();
  }
}

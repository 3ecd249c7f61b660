package io.github.youtubeupload;

import io.github.youtubeupload.testkit.FakeYouTube;
import io.github.youtubeupload.testkit.FaultScript;
import java.time.Duration;

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
}

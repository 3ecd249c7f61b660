package io.github.youtubeupload.examples.backend;

import io.github.youtubeupload.testkit.FakeYouTube;
import io.github.youtubeupload.testkit.FakeYouTubeBuilder;
import io.github.youtubeupload.testkit.QuotaRules;

/** A YouTube to try things out with: two channels, and slow enough to watch it work. */
final class DemoYouTube {
  private DemoYouTube() {}

  static FakeYouTube start(BackendSettings settings) {
    FakeYouTubeBuilder fake =
        FakeYouTube.builder()
            .project("demo", QuotaRules.unlimited())
            .channel("UC-demo-cooking-channel-1")
            .channel("UC-demo-travel-channel--2");
    if (settings.demoBytesPerSecond() > 0) {
      fake.bytesPerSecond(settings.demoBytesPerSecond()).receiveBuffer(64 * 1024);
    }
    return fake.start();
  }
}

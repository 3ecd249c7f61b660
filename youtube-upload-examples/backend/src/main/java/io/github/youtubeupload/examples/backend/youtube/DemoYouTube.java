package io.github.youtubeupload.examples.backend.youtube;

import io.github.youtubeupload.examples.backend.settings.BackendSettings;
import io.github.youtubeupload.examples.backend.state.StateDirectory;
import io.github.youtubeupload.testkit.FakeYouTube;
import io.github.youtubeupload.testkit.FakeYouTubeBuilder;
import io.github.youtubeupload.testkit.QuotaRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A YouTube to try things out with: two channels, and slow enough to watch it work. */
final class DemoYouTube {
  private DemoYouTube() {}

  /** On the port of the last time, or the sessions of the last time could not be asked for. */
  static FakeYouTube start(BackendSettings settings, StateDirectory state) {
    Path portFile = state.directory("demo").resolve("port");
    FakeYouTube fake = onPort(builder(settings), last(portFile));
    try {
      String port = Integer.toString(URI.create(fake.rootUrl()).getPort());
      StateDirectory.write(portFile, port.getBytes(StandardCharsets.US_ASCII));
      return fake;
    } catch (IOException e) {
      fake.close();
      throw new UncheckedIOException("The demo's port cannot be noted down", e);
    }
  }

  private static FakeYouTube onPort(FakeYouTubeBuilder fake, int port) {
    try {
      return fake.port(port).start();
    } catch (UncheckedIOException e) {
      return fake.port(0).start();
    }
  }

  private static int last(Path portFile) {
    try {
      return Files.exists(portFile) ? Integer.parseInt(Files.readString(portFile).strip()) : 0;
    } catch (IOException | NumberFormatException e) {
      return 0;
    }
  }

  private static FakeYouTubeBuilder builder(BackendSettings settings) {
    FakeYouTubeBuilder fake =
        FakeYouTube.builder()
            .project("demo", QuotaRules.unlimited())
            .channel("UC-demo-cooking-channel-1")
            .channel("UC-demo-travel-channel--2");
    return settings.demoBytesPerSecond() > 0
        ? fake.bytesPerSecond(settings.demoBytesPerSecond()).receiveBuffer(64 * 1024)
        : fake;
  }
}

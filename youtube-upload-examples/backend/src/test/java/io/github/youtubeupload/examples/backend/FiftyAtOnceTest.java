package io.github.youtubeupload.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.youtubeupload.testkit.FakeYouTube;
import io.github.youtubeupload.testkit.QuotaRules;
import io.github.youtubeupload.testkit.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A measurement: {@code -Dtest.args=-Dfifty=32}, megabytes of each of fifty files. */
@Tag("slow")
@EnabledIfSystemProperty(named = "fifty", matches = "\\d+")
class FiftyAtOnceTest {
  private static final int UPLOADS = 50;
  private static final String METRICS = "/actuator/prometheus";
  private static final String ENDED = "ended_total{outcome=\"completed\"} " + UPLOADS;

  @TempDir Path directory;

  @Test
  void fiftyUploadsAtOnceFitIntoTheSmallHeap() throws Exception {
    int megabytes = Integer.getInteger("fifty");
    Path video = Videos.of(directory, "friends.mp4", megabytes * 1_000_000);
    Path state = directory.resolve("state");
    ExecutorService callers = Executors.newFixedThreadPool(UPLOADS);
    try (FakeYouTube youtube =
            FakeYouTube.builder()
                .project("p", QuotaRules.unlimited())
                .storage(Storage.HASH_ONLY)
                .start();
        ChildBackend backend =
            ChildBackend.start(youtube, state, "MAX_CONCURRENT_UPLOADS=" + UPLOADS)) {
      Api api = backend.api(youtube.accessToken());
      long begun = System.nanoTime();
      List<Future<String>> all = new ArrayList<>();
      for (int i = 0; i < UPLOADS; i++) {
        all.add(
            callers.submit(
                () -> {
                  String id = api.upload(video);
                  return api.awaitStatus(id, "completed").path("video_id").asString();
                }));
      }
      for (Future<String> one : all) {
        assertThat(one.get()).isNotEmpty();
      }
      double seconds = (System.nanoTime() - begun) / 1e9;
      assertThat(youtube.videos()).hasSize(UPLOADS);
      backend.api("").awaitText(METRICS, ENDED);
      assertThat(Videos.leftIn(state)).isEmpty();
      System.out.printf(
          "%d uploads of %d MB under -Xmx256m: %.1f s, peak memory %s%n",
          UPLOADS, megabytes, seconds, peak(backend));
    } finally {
      callers.shutdownNow();
    }
  }

  private static String peak(ChildBackend backend) throws IOException {
    return Files.readAllLines(Path.of("/proc", Long.toString(backend.pid()), "status")).stream()
        .filter(line -> line.startsWith("VmHWM"))
        .findFirst()
        .orElse("unknown");
  }
}

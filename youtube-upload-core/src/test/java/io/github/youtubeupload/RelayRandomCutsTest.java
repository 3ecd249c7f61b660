package io.github.youtubeupload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.youtubeupload.metadata.VideoMetadata;
import io.github.youtubeupload.source.TestContent;
import io.github.youtubeupload.source.TestOrigin;
import io.github.youtubeupload.testkit.FakeYouTube;
import io.github.youtubeupload.testkit.FaultScript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A URL relayed while both ends are cut at random. More of it: {@code
 * -Dtest.args="-Drelay.runs=5000"}; the same again: {@code -Drelay.seed=SEED -Drelay.runs=1}.
 */
class RelayRandomCutsTest {
  private static final int SCRIPTS_PER_BATCH = 25;
  private static final long RUNS = Long.getLong("relay.runs", 300);
  private static final long FIRST_SEED = Long.getLong("relay.seed", System.nanoTime());
  private static final AtomicLong CONTENT = new AtomicLong();
  private static final AtomicLong FETCHED = new AtomicLong();
  private static final AtomicLong SENT = new AtomicLong();
  private static final AtomicLong CUTS = new AtomicLong();
  private static final AtomicLong AGAIN = new AtomicLong();

  @TempDir private static Path folder;

  @ParameterizedTest(name = "from seed {0}")
  @MethodSource("batches")
  void makesTheVideoThatTheUrlLeadsTo(long batch) throws Exception {
    long end = Math.min(FIRST_SEED + RUNS, batch + SCRIPTS_PER_BATCH);
    for (long seed = batch; seed < end; seed++) {
      relay(seed);
    }
  }

  private static void relay(long seed) throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] video = TestContent.video(random.nextInt(2_000, 3_000_000));
    TestContent content = new TestContent(video);
    content.resets = random.nextBoolean();
    int cuts = random.nextInt(5);
    for (int i = 0; i < cuts; i++) {
      content.cuts.add(random.nextLong(video.length));
    }
    FaultScript script = FaultScript.random(seed, video.length);
    Path file = Files.write(Files.createTempDirectory(folder, "v").resolve("v.mp4"), video);
    try (TestOrigin origin = new TestOrigin(content);
        Rig rig = Rig.with(FakeYouTube.start()).script(script);
        UploadClient client = rig.client(b -> seed % 3 == 0 ? b.chunkBytes(262_144) : b)) {
      UploadResult result =
          client.upload(
              UploadRequest.builder()
                  .source(origin.source("/v.mp4").build())
                  .metadata(VideoMetadata.builder().title("Friends").build())
                  .build());
      rig.assertOneVideo(result, file);
      CONTENT.addAndGet(video.length);
      FETCHED.addAndGet(content.served.get());
      SENT.addAndGet(rig.server.bytesReceived());
      CUTS.addAndGet(cuts - content.cuts.size());
      AGAIN.addAndGet(origin.requests().size() - 1);
    } catch (UploadException | AssertionError e) {
      throw new AssertionError(
          "seed %d, %d bytes, origin cut %d times, %s".formatted(seed, video.length, cuts, script),
          e);
    }
  }

  @AfterAll
  static void reportsWhatWentTwice() {
    System.out.printf(
        "relay: %d scripts from seed %d with %d cuts at the origin, %d bytes of video; asked the"
            + " origin again %d times, which then wrote %d bytes twice (%d a time, most of them"
            + " still in the sockets' buffers when the other end was cut); YouTube received %d"
            + " bytes twice%n",
        RUNS,
        FIRST_SEED,
        CUTS.get(),
        CONTENT.get(),
        AGAIN.get(),
        FETCHED.get() - CONTENT.get(),
        (FETCHED.get() - CONTENT.get()) / Math.max(1, AGAIN.get()),
        SENT.get() - CONTENT.get());
    assertThat(FETCHED.get()).isGreaterThanOrEqualTo(CONTENT.get());
  }

  static LongStream batches() {
    return LongStream.iterate(
        FIRST_SEED, seed -> seed < FIRST_SEED + RUNS, seed -> seed + SCRIPTS_PER_BATCH);
  }
}

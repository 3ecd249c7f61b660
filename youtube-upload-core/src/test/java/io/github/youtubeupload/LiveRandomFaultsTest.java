package io.github.youtubeupload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.youtubeupload.metadata.VideoMetadata;
import io.github.youtubeupload.source.TestContent;
import io.github.youtubeupload.source.VideoSource;
import io.github.youtubeupload.testkit.FaultScript;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random scripts of faults against a pipe. It ends with the one right video; only when YouTube
 * forgets what it had confirmed may it end with none, and then for good.
 */
class LiveRandomFaultsTest {
  private static final int SCRIPTS_PER_BATCH = 25;
  private static final long RUNS = Long.getLong("live.runs", 200);
  private static final long FIRST_SEED = Long.getLong("live.seed", System.nanoTime());
  private static final AtomicInteger WITHOUT = new AtomicInteger();

  @TempDir private static Path folder;

  @ParameterizedTest(name = "from seed {0}")
  @MethodSource("batches")
  void makesOneVideoOrNone(long batch) throws Exception {
    long end = Math.min(FIRST_SEED + RUNS, batch + SCRIPTS_PER_BATCH);
    for (long seed = batch; seed < end; seed++) {
      upload(seed);
    }
  }

  private static void upload(long seed) throws Exception {
    byte[] video = TestContent.video(new SplittableRandom(seed).nextInt(1_000, 2_000_000));
    FaultScript script = FaultScript.random(seed, video.length);
    Path file = Files.write(Files.createTempDirectory(folder, "v").resolve("v.mp4"), video);
    try (Rig rig = new Rig().script(script);
        UploadClient client = rig.client(b -> b.chunkBytes(262_144))) {
      try {
        UploadResult result =
            client.upload(
                UploadRequest.builder()
                    .source(VideoSource.pipe("v.mp4", new ByteArrayInputStream(video)))
                    .metadata(VideoMetadata.builder().title("Friends").build())
                    .build());
        rig.assertOneVideo(result, file);
      } catch (SourceException e) {
        assertThat(script.toString()).containsAnyOf("missingRange", "wrongRange");
        assertThat(e).hasMessageContaining("YouTube wants byte");
        assertThat(rig.server.videos()).isEmpty();
        WITHOUT.incrementAndGet();
      }
    } catch (UploadException | AssertionError e) {
      throw new AssertionError("seed %d, %d bytes, %s".formatted(seed, video.length, script), e);
    }
  }

  @AfterAll
  static void reports() {
    System.out.printf(
        "pipe: %d scripts from seed %d; in %d YouTube forgot what it had confirmed%n",
        RUNS, FIRST_SEED, WITHOUT.get());
  }

  static LongStream batches() {
    return LongStream.iterate(
        FIRST_SEED, seed -> seed < FIRST_SEED + RUNS, seed -> seed + SCRIPTS_PER_BATCH);
  }
}

package io.github.youtubeupload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.youtubeupload.testkit.FaultScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random scripts of faults. More of them: {@code -Dtest.args="-Dfaults.runs=20000"}; the same
 * again: {@code -Dtest.args="-Dfaults.seed=SEED -Dfaults.runs=1"}.
 */
class RandomFaultsTest {
  private static final int SCRIPTS_PER_BATCH = 50;
  private static final long RUNS = Long.getLong("faults.runs", 1_000);
  private static final long FIRST_SEED = Long.getLong("faults.seed", System.nanoTime());

  @TempDir private static Path folder;

  @ParameterizedTest(name = "from seed {0}")
  @MethodSource("batches")
  void makesOneVideoWhateverHappens(long batch) throws IOException {
    long end = Math.min(FIRST_SEED + RUNS, batch + SCRIPTS_PER_BATCH);
    for (long seed = batch; seed < end; seed++) {
      upload(seed);
    }
  }

  private static void upload(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    int size = random.nextBoolean() ? random.nextInt(1, 2_000_000) : random.nextInt(1, 5);
    boolean chunked = random.nextBoolean();
    FaultScript script = FaultScript.random(seed, size);
    Path file = TestVideos.make(Files.createTempDirectory(folder, "v"), size);
    try (Rig rig = new Rig().script(script);
        UploadClient client = rig.client(b -> chunked ? b.chunkBytes(262_144) : b)) {
      UploadResult result = client.upload(Rig.request(file).build());
      rig.assertOneVideo(result, file);
    } catch (UploadException | AssertionError e) {
      throw new AssertionError(
          "seed " + seed + ", " + size + " bytes, chunked " + chunked + ", " + script, e);
    }
    assertThat(file).isRegularFile();
  }

  static LongStream batches() {
    return LongStream.iterate(
        FIRST_SEED, seed -> seed < FIRST_SEED + RUNS, seed -> seed + SCRIPTS_PER_BATCH);
  }
}

package io.github.youtubeupload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.youtubeupload.auth.YouTubeCredentials;
import io.github.youtubeupload.testkit.FaultScript;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Scripts that may also refuse the token, stall, and end the session, so that an upload may end
 * without a video; but never with two, and never saying that there is none when there is one.
 */
class HarshFaultsTest {
  private static final int SCRIPTS_PER_BATCH = 25;
  private static final long RUNS = Long.getLong("faults.runs", 200);
  private static final long FIRST_SEED = Long.getLong("faults.seed", System.nanoTime());

  @TempDir private static Path folder;

  @ParameterizedTest(name = "from seed {0}")
  @MethodSource("batches")
  void neverMakeTwoVideosOrLieAboutOne(long batch) throws IOException {
    for (long seed = batch; seed < batch + SCRIPTS_PER_BATCH; seed++) {
      upload(seed);
    }
  }

  private static void upload(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    int size = random.nextInt(1, 1_500_000);
    boolean chunked = random.nextBoolean();
    FaultScript script = FaultScript.randomHarsh(seed, size);
    Path file = TestVideos.make(Files.createTempDirectory(folder, "v"), size);
    try (Rig rig = new Rig().script(script);
        UploadClient client =
            rig.client(
                b ->
                    (chunked ? b.chunkBytes(262_144) : b)
                        .credentials(
                            YouTubeCredentials.refreshToken(
                                rig.server.clientId(),
                                rig.server.clientSecret(),
                                rig.server.issueRefreshToken(rig.server.grant()),
                                URI.create(rig.server.tokenUri()))))) {
      try {
        rig.assertOneVideo(client.upload(Rig.request(file).build()), file);
      } catch (OutcomeUnknownException e) {
        assertThat(rig.server.videos()).hasSizeLessThanOrEqualTo(1);
      } catch (UploadException e) {
        assertThat(rig.server.videos()).as("no video after %s", e).isEmpty();
      }
    } catch (AssertionError e) {
      throw new AssertionError("seed " + seed + ", chunked " + chunked + ", " + script, e);
    }
  }

  static LongStream batches() {
    return LongStream.iterate(
        FIRST_SEED, seed -> seed < FIRST_SEED + RUNS, seed -> seed + SCRIPTS_PER_BATCH);
  }
}

package io.github.youtubeupload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.youtubeupload.quota.QuotaEntry;
import io.github.youtubeupload.quota.QuotaPolicy;
import io.github.youtubeupload.quota.QuotaStore;
import io.github.youtubeupload.store.UploadRecord;
import io.github.youtubeupload.store.UploadStep;
import io.github.youtubeupload.testkit.Bucket;
import io.github.youtubeupload.testkit.FakeYouTube;
import io.github.youtubeupload.testkit.Fault;
import io.github.youtubeupload.testkit.FaultScript;
import io.github.youtubeupload.testkit.QuotaRules;
import io.github.youtubeupload.testkit.Step;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Several programs walk at random over the same uploads; whatever they did, each upload then has
 * one outcome, and at most one video. More by {@code -Dwalk.steps=N}, the same again by {@code
 * -Dwalk.seed=SEED}.
 */
class RandomWalksTest {
  private static final long SEED = Long.getLong("walk.seed", System.nanoTime());
  private static final int STEPS = Integer.getInteger("walk.steps", 250);
  private static final int WALKERS = 3;

  @TempDir private Path folder;

  @Test
  void leaveEachUploadWithOneOutcome() throws Exception {
    Path state = folder.resolve("state");
    Path video = TestVideos.make(folder, 2 * RandomWalk.CHUNK + 1000);
    try (FakeYouTube youtube =
        FakeYouTube.builder().project("test-project", QuotaRules.unlimited()).start()) {
      youtube.script(script());
      walk(youtube, state, video);

      try (UploadClient client = RandomWalk.open(youtube.rootUrl(), youtube.accessToken(), state)) {
        youtube.script(FaultScript.none());
        client.resumeAll(Resumption.DEFAULT).forEach(upload -> upload.result().join());
        check(youtube, client, state, Sha256.of(video));
      }
    } catch (Exception | AssertionError e) {
      throw new AssertionError("seed " + SEED + ", steps " + STEPS, e);
    }
  }

  private void walk(FakeYouTube youtube, Path state, Path video) throws Exception {
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                RandomWalk.class.getName(),
                youtube.rootUrl(),
                youtube.accessToken(),
                state.toString(),
                video.toString(),
                Long.toString(SEED + WALKERS),
                Integer.toString(STEPS))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("other.log").toFile())
            .start();
    ExecutorService pool = Executors.newFixedThreadPool(WALKERS);
    try {
      List<Future<Void>> walks = new ArrayList<>();
      for (int i = 0; i < WALKERS; i++) {
        long seed = SEED + i;
        Callable<Void> walk =
            () -> {
              new RandomWalk(youtube.rootUrl(), youtube.accessToken(), state, video, seed)
                  .walk(STEPS);
              return null;
            };
        walks.add(pool.submit(walk));
      }
      for (Future<Void> walk : walks) {
        walk.get(10, TimeUnit.MINUTES);
      }
      assertThat(other.waitFor(10, TimeUnit.MINUTES)).isTrue();
      assertThat(Files.readString(folder.resolve("other.log"), StandardCharsets.UTF_8))
          .contains("WALKED");
    } finally {
      pool.shutdownNow();
      other.destroyForcibly();
    }
  }

  private static FaultScript script() {
    SplittableRandom random = new SplittableRandom(SEED);
    FaultScript script = FaultScript.none();
    List<Fault> faults =
        List.of(
            Fault.loseAnswer(),
            Fault.cutBeforeAnswer(),
            Fault.cutAfter(1000),
            Fault.status(503),
            Fault.status(400).afterProcessing());
    for (int nth = 1; nth < 4 * STEPS; nth += 1 + random.nextInt(8)) {
      script = script.on(Step.SEND, nth, faults.get(random.nextInt(faults.size())));
    }
    return script;
  }

  private static void check(FakeYouTube youtube, UploadClient client, Path state, String sha256) {
    long attempts = 0;
    for (UploadRecord record : client.list()) {
      String id = record.uploadId();
      long videos =
          youtube.videos().stream()
              .filter(video -> video.title().equals("Video of " + id))
              .filter(video -> video.sha256().equals(sha256))
              .count();
      attempts += record.attempt();
      switch (record.step()) {
        case COMPLETED -> assertThat(videos).as(id).isEqualTo(1);
        case CANCELLED, FAILED -> assertThat(videos).as(id).isZero();
        case CANCELLED_LATE -> assertThat(videos).as(id).isLessThanOrEqualTo(1);
        default -> assertThat(record.step()).as(id).isEqualTo(UploadStep.COMPLETED);
      }
    }
    assertThat(youtube.videos()).hasSizeLessThanOrEqualTo(RandomWalk.IDS);
    long spent =
        QuotaStore.directory(state).entries("default").stream()
            .filter(
                entry ->
                    entry.bucket().equals(QuotaPolicy.UPLOADS)
                        && entry.state() == QuotaEntry.State.SPENT)
            .mapToLong(QuotaEntry::units)
            .sum();
    assertThat(spent).isBetween(youtube.quotaUsed("test-project", Bucket.UPLOADS), attempts);
  }
}

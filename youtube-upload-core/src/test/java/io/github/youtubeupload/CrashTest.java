package io.github.youtubeupload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.youtubeupload.quota.QuotaEntry;
import io.github.youtubeupload.quota.QuotaStore;
import io.github.youtubeupload.store.UploadRecord;
import io.github.youtubeupload.store.UploadStep;
import io.github.youtubeupload.store.UploadStore;
import io.github.youtubeupload.testkit.Bucket;
import io.github.youtubeupload.testkit.FakeYouTube;
import io.github.youtubeupload.testkit.FaultScript;
import io.github.youtubeupload.testkit.QuotaRules;
import io.github.youtubeupload.testkit.Storage;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kills the uploading process ({@code SIGKILL}) at every labelled step and at random moments,
 * starts it again, and in the end looks for exactly one video. A long run: {@code ./mvnw verify
 * -Pcrash}.
 */
class CrashTest {
  private static final int KILLS = Integer.getInteger("crash.kills", 30);
  private static final int LARGEST = Integer.getInteger("crash.bytes", 20_000_000);
  private static final long SEED = Long.getLong("crash.seed", System.nanoTime());
  private static final Logger LOG = LoggerFactory.getLogger(CrashTest.class);

  @TempDir private Path folder;
  private final SplittableRandom random = new SplittableRandom(SEED);
  private final List<String> labels = new ArrayList<>(CrashPoints.LABELS);
  private int kills;
  private int uploads;
  private long sizeInAll;
  private long sentInAll;

  @Test
  void makesOneVideoOfOneRequestHoweverOftenItIsKilled() throws Exception {
    while (kills < KILLS || !labels.isEmpty()) {
      uploadUntilDone();
    }
    String figures =
        "%d kills in %d uploads of %d bytes, %d of them sent again; seed %d"
            .formatted(kills, uploads, sizeInAll, sentInAll - sizeInAll, SEED);
    LOG.info(figures);
    System.out.println(figures);
  }

  @Test
  void givesAClearAnswerToTheSecondOfTwoProcesses() throws Exception {
    Path home = Files.createTempDirectory(folder, "two");
    Path video = TestVideos.make(home, 500_000);
    try (FakeYouTube server = FakeYouTube.start();
        Rig rig = Rig.with(server)) {
      Process first = start(server, server.accessToken(), home, video, false, "after save SENDING");
      try (BufferedReader lines = first.inputReader();
          UploadClient second =
              rig.client(b -> b.uploadStore(UploadStore.directory(home.resolve("state"))))) {
        lines.readLine();
        assertThat(lines.readLine()).isEqualTo("AT after save SENDING");

        assertThatThrownBy(() -> second.resume("job"))
            .isInstanceOf(ConflictException.class)
            .hasMessageContaining("another client or process");
        assertThat(second.resumeAll(Resumption.DEFAULT)).isEmpty();
        kill(first);
        second.resume("job").result().join();
      } finally {
        kill(first);
      }
      assertThat(server.videos()).hasSize(1);
    }
  }

  private void uploadUntilDone() throws Exception {
    int size = random.nextInt(3) == 0 ? random.nextInt(1, 10) : random.nextInt(1, LARGEST);
    boolean chunked = random.nextBoolean();
    FaultScript script =
        random.nextBoolean()
            ? FaultScript.none()
            : FaultScript.random(random.nextLong() >>> 1, size);
    Path home = Files.createTempDirectory(folder, "upload");
    Path video = TestVideos.make(home, size);
    try (FakeYouTube server =
        FakeYouTube.builder()
            .project("test-project", QuotaRules.unlimited())
            .storage(Storage.HASH_ONLY)
            .start()) {
      server.script(script);
      List<String> told = new ArrayList<>();
      try {
        String token = server.accessToken();
        do {
          told.add(runOnce(server, token, home, video, chunked));
        } while (!told.get(told.size() - 1).startsWith("DONE"));
        assertOneVideo(server, home, video);
      } catch (AssertionError e) {
        throw new AssertionError(
            "seed " + SEED + ", " + size + " bytes, " + script + ", told " + told, e);
      }
      uploads++;
      sizeInAll += size;
      sentInAll += server.bytesReceived();
    }
  }

  /** Starts the process and kills it, unless it is done before that. */
  private String runOnce(FakeYouTube server, String token, Path home, Path video, boolean chunked)
      throws Exception {
    String label = labels.isEmpty() || random.nextInt(3) == 0 ? "none" : labels.remove(0);
    Process child = start(server, token, home, video, chunked, label);
    try (BufferedReader lines = child.inputReader()) {
      if (label.equals("none") && kills < KILLS) {
        lines.readLine();
        boolean afterBytes = random.nextBoolean();
        if (afterBytes) {
          long more = random.nextLong(Files.size(video));
          server.awaitBytesReceived(server.bytesReceived() + more, Duration.ofMillis(300));
        } else {
          child.waitFor(random.nextInt(400), TimeUnit.MILLISECONDS);
        }
        if (child.isAlive()) {
          kills++;
          kill(child);
        }
      }
      String last = "killed";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        last = line;
        if (line.startsWith("AT ")) {
          kills++;
          kill(child);
        }
      }
      assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
      return last;
    } finally {
      kill(child);
    }
  }

  private static void kill(Process child) {
    child.toHandle().destroyForcibly();
    child.onExit().join();
  }

  private static Process start(
      FakeYouTube server, String token, Path home, Path video, boolean chunked, String label)
      throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-cp",
            System.getProperty("java.class.path"),
            CrashChild.class.getName(),
            server.rootUrl(),
            token,
            home.resolve("state").toString(),
            video.toString(),
            String.valueOf(chunked),
            label)
        .redirectError(home.resolve("errors.txt").toFile())
        .start();
  }

  private static void assertOneVideo(FakeYouTube server, Path home, Path video) throws IOException {
    assertThat(server.videos()).hasSize(1);
    assertThat(server.videos().get(0).sha256()).isEqualTo(Sha256.of(video));
    Path state = home.resolve("state");
    UploadRecord record = UploadStore.directory(state).find("job").orElseThrow();
    assertThat(record.step()).isEqualTo(UploadStep.COMPLETED);
    assertThat(record.videoId()).isEqualTo(server.videos().get(0).id());
    assertThat(record.session()).isNull();
    long counted =
        QuotaStore.directory(state).entries("default").stream()
            .filter(entry -> entry.state().counts())
            .mapToLong(QuotaEntry::units)
            .sum();
    assertThat(counted)
        .as("the ledger counts no less than Google, and no more than one for each try")
        .isBetween(server.quotaUsed("test-project", Bucket.UPLOADS), (long) record.attempt());
    try (Stream<Path> files = Files.walk(state)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.contains("tmp") || name.contains("spool-"));
    }
    assertThat(UploadStore.directory(state).claim("job"))
        .hasValueSatisfying(claim -> claim.close());
  }
}

package io.github.youtubeupload.benchmarks;

import io.github.youtubeupload.quota.QuotaPolicy;
import io.github.youtubeupload.quota.QuotaReservation;
import io.github.youtubeupload.quota.QuotaSettlement;
import io.github.youtubeupload.quota.QuotaStore;
import io.github.youtubeupload.store.UploadClaim;
import io.github.youtubeupload.store.UploadRecord;
import io.github.youtubeupload.store.UploadStep;
import io.github.youtubeupload.store.UploadStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** State directories with a past: filled in memory, where a sync costs nothing, and then copied. */
final class GrowthState {
  private static final Path MEMORY = Path.of("/dev/shm");
  private static final Duration LEASE = Duration.ofMinutes(10);

  private GrowthState() {}

  /** With so many uploads finished an hour ago, as many spent today, and some unfinished. */
  static Path filled(Path folder, String name, int finished, int unfinished, Path video)
      throws IOException, InterruptedException {
    Path inMemory =
        Files.createTempDirectory(Files.isWritable(MEMORY) ? MEMORY : folder, "youtube-upload");
    Path state = folder.resolve(name);
    try {
      UploadStore journal = UploadStore.directory(inMemory);
      QuotaStore ledger = QuotaStore.directory(inMemory);
      for (int i = 0; i < finished; i++) {
        UploadRecord accepted = accepted("finished-" + i, video);
        save(journal, accepted.completed("video-" + i, 1, accepted.createdAt()));
        spend(ledger, "finished-" + i);
      }
      for (int i = 0; i < unfinished; i++) {
        save(journal, accepted("unfinished-" + i, video));
      }
      copy(inMemory, state);
      new ProcessBuilder("sync").start().waitFor(); // or the first syncs measured pay for the copy
    } finally {
      new Folder(inMemory).close();
    }
    return state;
  }

  static UploadRecord accepted(String id, Path video) {
    Instant anHourAgo = Instant.now().minus(Duration.ofHours(1));
    return new UploadRecord(
        id,
        UploadStep.ACCEPTED,
        "default",
        "",
        video.toString(),
        video.toUri().toString(),
        null,
        "{\"snippet\":{\"title\":\"Benchmark\"},\"status\":{\"privacyStatus\":\"private\"}}",
        "part=snippet,status",
        0,
        null,
        0,
        null,
        null,
        anHourAgo,
        anHourAgo);
  }

  static void save(UploadStore journal, UploadRecord record) {
    Optional<UploadClaim> claim = journal.claim(record.uploadId());
    try (UploadClaim held = claim.orElseThrow()) {
      held.save(record);
    }
  }

  static void spend(QuotaStore ledger, String id) {
    ledger.reserve(
        new QuotaReservation(id, "default", QuotaPolicy.UPLOADS, 1, Integer.MAX_VALUE, id, LEASE));
    ledger.settle("default", id, QuotaSettlement.SPENT);
  }

  /** With the times of the files; lock files are made anew. */
  private static void copy(Path from, Path to) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(from)) {
      files = walk.filter(file -> !file.toString().endsWith("lock")).toList();
    }
    for (Path file : files) {
      Files.copy(
          file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
    }
  }
}

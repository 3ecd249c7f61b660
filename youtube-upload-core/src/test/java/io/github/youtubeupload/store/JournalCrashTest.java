package io.github.youtubeupload.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class JournalCrashTest {
  private static final int KILLS = 30;
  private static final int MOST_SAVES_BEFORE_A_KILL = 40;
  private static final int LONGER_THAN_A_SAVE_TAKES = 3_000_000;

  @TempDir Path state;

  private Stream<Path> unfinished() throws IOException {
    try (Stream<Path> files = Files.list(state.resolve("uploads/active"))) {
      return files.filter(file -> file.toString().endsWith(".tmp")).toList().stream();
    }
  }

  @Test
  void holdsTheLastSavedRecordHoweverOftenItsOwnerIsKilled() throws Exception {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    long saved = 0;
    int leftUnfinished = 0;
    UploadStore.directory(state); // the first kill may come before the child has made it
    for (int kill = 0; kill < KILLS; kill++) {
      try (ChildJvm child = new ChildJvm(List.of(), "save", state)) {
        int patience = random.nextInt(MOST_SAVES_BEFORE_A_KILL);
        for (int heard = 0; heard < patience; heard++) {
          saved = Long.parseLong(String.valueOf(child.hear()));
        }
        LockSupport.parkNanos(random.nextInt(LONGER_THAN_A_SAVE_TAKES)); // any moment of it
        child.kill();
        for (String line = child.hear(); line != null; line = child.hear()) {
          saved = Long.parseLong(line);
        }
      }
      leftUnfinished += (int) unfinished().count();
      UploadStore store = UploadStore.directory(state);
      assertThat(unfinished()).isEmpty();
      saved = assertWhole(store, saved, "seed " + seed + ", kill " + kill);
    }
    System.out.printf(
        "%d kills, %d saves, %d times amid a save, seed %d%n", KILLS, saved, leftUnfinished, seed);
  }

  /**
   * What the child reported is there; the save after it may be, because it could not tell any more.
   */
  private static long assertWhole(UploadStore store, long reported, String when) {
    long found = store.find(JournalChild.ID).map(UploadRecord::confirmed).orElse(0L);
    assertThat(found).as(when).isBetween(reported, reported + 1);
    if (found > 0) {
      assertThat(store.find(JournalChild.ID)).as(when).contains(JournalChild.numbered(found));
    }
    return found;
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void keepsTheRecordBeforeWhenTheDiskTakesNoMore() throws Exception {
    // A limit on the size of files stops a write in its middle, as a full disk does.
    List<String> limited = List.of("sh", "-c", "ulimit -f 16 && exec \"$@\"", "sh");
    try (ChildJvm child = new ChildJvm(limited, "overflow", state)) {
      assertThat(child.hear())
          .contains(JournalChild.ID)
          .contains("there is no room left for", "File too large", "Its last whole record");
      assertThat(child.hear()).isEqualTo("true");
      assertThat(child.hear()).isNull();
    }
    assertThat(unfinished()).isEmpty();
    assertThat(UploadStore.directory(state).find(JournalChild.ID))
        .contains(JournalChild.numbered(2));
  }

  @Test
  void keepsTheRecordBeforeWhenTheDirectoryIsReadOnly() throws IOException {
    UploadStore store = UploadStore.directory(state);
    Path uploads = state.resolve("uploads/active");
    try (UploadClaim claim = store.claim(JournalChild.ID).orElseThrow()) {
      claim.save(JournalChild.numbered(1));
      Files.setPosixFilePermissions(uploads, PosixFilePermissions.fromString("r-x------"));
      assumeThat(Files.isWritable(uploads)).as("root writes everywhere").isFalse();
      assertThatThrownBy(() -> claim.save(JournalChild.numbered(2)))
          .isInstanceOf(UploadStoreException.class)
          .hasMessageContaining(uploads.toString());
      assertThat(store.find(JournalChild.ID)).contains(JournalChild.numbered(1));
      assertThat(store.list(UploadQuery.ALL)).containsExactly(JournalChild.numbered(1));
    } finally {
      Files.setPosixFilePermissions(uploads, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void saysWhereItMayNotWrite() {
    assertThatThrownBy(() -> UploadStore.directory(Path.of("/proc/self")))
        .isInstanceOf(UploadStoreException.class)
        .hasMessageContaining("/proc/self/uploads");
  }

  @Test
  void isNotHurtByStoresThatAreOpenedDuringASave() throws Exception {
    int rounds = 50;
    CyclicBarrier start = new CyclicBarrier(2);
    ExecutorService executor = Executors.newSingleThreadExecutor();
    UploadStore store = UploadStore.directory(state);
    try (UploadClaim claim = store.claim(JournalChild.ID).orElseThrow()) {
      Future<?> opener =
          executor.submit(
              () -> {
                for (int round = 0; round < rounds; round++) {
                  start.await();
                  UploadStore.directory(state);
                }
                return null;
              });
      for (int round = 1; round <= rounds; round++) {
        start.await();
        claim.save(JournalChild.numbered(round));
      }
      opener.get();
    } finally {
      executor.shutdownNow();
    }
    assertThat(store.find(JournalChild.ID)).contains(JournalChild.numbered(rounds));
    assertThat(unfinished()).isEmpty();
  }
}

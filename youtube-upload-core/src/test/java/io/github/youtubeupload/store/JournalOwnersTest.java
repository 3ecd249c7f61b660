package io.github.youtubeupload.store;

import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.youtubeupload.contract.SampleRecords;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class JournalOwnersTest {
  private static final String ID = "render-17";

  @TempDir Path state;
  private UploadStore store = UploadStore.inMemory();

  @BeforeEach
  void openTheStore() {
    store = UploadStore.directory(state);
  }

  private UploadClaim claim(String id) {
    return store.claim(id).orElseThrow();
  }

  private ChildJvm child() throws IOException {
    return new ChildJvm(List.of(), "claim", state);
  }

  private static void assertShutOut(UploadClaim claim) {
    assertThatThrownBy(() -> claim.save(SampleRecords.accepted(ID)))
        .isInstanceOf(UploadStoreException.class)
        .hasMessageContaining("another owner has taken the upload over");
    assertThatThrownBy(claim::delete).isInstanceOf(UploadStoreException.class);
  }

  @Test
  void givesAnUploadToOneOfTwoProcesses() throws Exception {
    try (ChildJvm one = child();
        ChildJvm other = child()) {
      for (int round = 0; round < 20; round++) {
        one.tell("render-" + round);
        other.tell("render-" + round);
        assertThat(List.of(String.valueOf(one.hear()), String.valueOf(other.hear())))
            .containsExactlyInAnyOrder("mine", "taken");
      }
    }
  }

  @Test
  void takesOverFromAProcessThatWasKilled() throws Exception {
    try (ChildJvm child = child()) {
      assertThat(child.ask(ID)).isEqualTo("mine");
      assertThat(store.claim(ID)).isEmpty();
      child.kill();
      claim(ID).close();
    }
  }

  @Test
  void keepsAnUploadFromOthersWhileAnotherIsGivenBack() throws Exception {
    Path link = Files.createSymbolicLink(state.resolve("link"), state);
    UploadClaim claim = claim(ID);
    try (ChildJvm child = child()) {
      UploadStore second = UploadStore.directory(link);
      assertThat(second.claim(ID)).isEmpty();
      second.claim("another").orElseThrow().close();
      assertThat(second.list(UploadQuery.ALL)).isEmpty();

      assertThat(child.ask(ID)).isEqualTo("taken");
      claim.close();
      assertThat(child.ask(ID)).isEqualTo("mine");
    }
  }

  @Test
  void leavesTheLocksOfAnotherCopyOfTheLibraryInThisJvmAlone() throws Exception {
    claim(ID).close();
    try (FileChannel copy = FileChannel.open(state.resolve("uploads/owners.lock"), WRITE);
        ChildJvm child = child()) {
      copy.lock(RecordName.of(ID).lockPosition(), 1, false);
      assertThat(store.claim(ID)).isEmpty();
      assertThat(child.ask(ID)).isEqualTo("taken");
    }
  }

  @Test
  void cannotBeReadByTheHostWhoWouldDropItsLocks() throws Exception {
    try (UploadClaim claim = claim(ID);
        ChildJvm child = child()) {
      claim.save(SampleRecords.accepted(ID));
      Path lockFile = state.resolve("uploads/owners.lock");
      assumeThat(Files.isReadable(lockFile)).as("the superuser reads everything").isFalse();
      assertThatThrownBy(() -> Files.readAllBytes(lockFile))
          .isInstanceOf(AccessDeniedException.class);
      assertThat(child.ask(ID)).isEqualTo("taken");
    }
  }

  @Test
  void shutsOutAnOwnerWhoseLockWasLostAsSoonAsTheNextOneSaves() throws IOException {
    try (UploadClaim old = claim(ID)) {
      old.save(SampleRecords.accepted(ID));
      loseLocks();
      try (UploadClaim next = claim(ID)) {
        next.save(SampleRecords.sending(ID));
        assertShutOut(old);
        next.save(SampleRecords.sending(ID));
        assertShutOut(old);
        next.delete();
        assertShutOut(old);
      }
    }
    assertThat(store.find(ID)).isEmpty();
  }

  @Test
  void shutsOutTheNextOwnerIfTheOneWhoseLockWasLostSavesFirst() throws IOException {
    try (UploadClaim old = claim(ID)) {
      old.save(SampleRecords.accepted(ID));
      loseLocks();
      try (UploadClaim next = claim(ID)) {
        old.save(SampleRecords.sending(ID));
        assertShutOut(next);
        old.save(SampleRecords.sending(ID));
      }
    }
    assertThat(store.find(ID)).contains(SampleRecords.sending(ID));
  }

  @Test
  void leavesARecordAsItIsWhenItIsOnlyClaimed() throws IOException {
    try (UploadClaim claim = claim(ID)) {
      claim.save(SampleRecords.accepted(ID).completed("v", 1, SampleRecords.NOON));
    }
    Path file = state.resolve("uploads").resolve(RecordName.of(ID).ended());
    String before = Files.readString(file);
    claim(ID).close();
    assertThat(file).hasContent(before);
  }

  @Test
  void letsOneOfTwoOwnersStartAnUploadWhenLocksAreLost() throws IOException {
    try (UploadClaim one = claim(ID)) {
      loseLocks();
      try (UploadClaim other = claim(ID)) {
        one.save(SampleRecords.sending(ID));
        assertShutOut(other);
        one.save(SampleRecords.sending(ID));
      }
    }
    assertThat(store.find(ID)).contains(SampleRecords.sending(ID));
  }

  private void loseLocks() throws IOException {
    Files.delete(state.resolve("uploads/owners.lock"));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void leavesNothingOpenWhenNobodyOwnsAnything() throws IOException {
    UploadClaim one = claim(ID);
    UploadClaim other = claim("another");
    assertThat(openFiles()).hasSize(1);
    one.save(SampleRecords.accepted(ID));
    one.close();
    assertThat(openFiles()).hasSize(1);
    other.close();
    assertThat(openFiles()).isEmpty();
  }

  private List<String> openFiles() throws IOException {
    try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
      return descriptors
          .map(JournalOwnersTest::target)
          .filter(path -> path.startsWith(state.toString()))
          .toList();
    }
  }

  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException e) {
      return "closed meanwhile by another thread";
    }
  }
}

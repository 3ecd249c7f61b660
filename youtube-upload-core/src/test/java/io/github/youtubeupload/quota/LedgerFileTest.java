package io.github.youtubeupload.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The file of the directory store: who can read it, and what happens when it is not as left. */
class LedgerFileTest {
  private static final String ID = "render-17#1";

  @TempDir Path state;
  private Path file = Path.of("");
  private QuotaStore store = QuotaStore.inMemory();

  @BeforeEach
  void reserveOne() {
    store = QuotaStore.directory(state);
    assertThat(reserve(store)).isTrue();
    file = state.resolve("quota").resolve("ledger");
  }

  private static final SettledLines NONE =
      new SettledLines() {
        @Override
        public Optional<LedgerLine> find(LedgerLine.Key key) {
          return Optional.empty();
        }

        @Override
        public List<LedgerLine> of(LocalDate day) {
          return List.of();
        }
      };

  private static boolean reserve(QuotaStore store) {
    return store
        .reserve(
            new QuotaReservation(
                ID, "p", QuotaPolicy.UPLOADS, 1, 1, "render-17", Duration.ofHours(1)))
        .granted();
  }

  private void refusesToAnswer(String why) {
    for (QuotaStore each : new QuotaStore[] {store, QuotaStore.directory(state)}) {
      assertThatThrownBy(() -> reserve(each))
          .isInstanceOf(QuotaStoreException.class)
          .hasMessageContaining(file.toString())
          .hasMessageContaining(why);
      assertThatThrownBy(() -> each.usage("p", QuotaPolicy.UPLOADS))
          .isInstanceOf(QuotaStoreException.class);
      assertThatThrownBy(() -> each.settle("p", ID, QuotaSettlement.SPENT))
          .isInstanceOf(QuotaStoreException.class);
    }
  }

  @Test
  void survivesARestart() {
    store.settle("p", ID, QuotaSettlement.SPENT);
    store.refused("p", ID);
    QuotaStore reopened = QuotaStore.directory(state);
    assertThat(reopened.entries("p")).isEqualTo(store.entries("p")).hasSize(1);
    assertThat(reopened.usage("p", QuotaPolicy.UPLOADS).exhausted()).isTrue();
  }

  @Test
  void onlyItsOwnerCanReadIt() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
        .isEqualTo("rwx------");
  }

  @Test
  void everyTruncationAndEveryFlippedBitIsNoticed() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> LedgerFormat.read(cut, NONE))
          .isInstanceOf(DamagedLedgerException.class);
    }
    for (int i = 0; i < whole.length; i++) {
      byte[] flipped = whole.clone();
      flipped[i] ^= 1;
      assertThatThrownBy(() -> LedgerFormat.read(flipped, NONE))
          .isInstanceOf(DamagedLedgerException.class);
    }
  }

  @Test
  void aDamagedLedgerGrantsNothing() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 10));
    refusesToAnswer("checksum");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>", "youtube-upload"})
  void aForeignFileIsNotTakenForALedger(String content) throws IOException {
    Files.writeString(file, content);
    refusesToAnswer("not a ledger");
  }

  @Test
  void aLedgerOfANewerVersionIsLeftAlone() throws IOException {
    Files.writeString(file, "youtube-upload quota ledger 3\nanything\n");
    refusesToAnswer("another version");
    assertThat(file).hasContent("youtube-upload quota ledger 3\nanything\n");
  }

  @Test
  void whatAKilledWriterLeftIsOfNoConsequence() throws IOException {
    Files.writeString(file.resolveSibling("ledger.crashed.new"), "youtube-upload quota led");
    store.settle("p", ID, QuotaSettlement.SPENT);
    assertThat(store.usage("p", QuotaPolicy.UPLOADS).used()).isEqualTo(1);
  }

  /** Settles one and changes the ledger once more, so that it lies in a file of the day. */
  private Path settledFile() throws IOException {
    store.settle("p", ID, QuotaSettlement.SPENT);
    store.refused("p", ID);
    try (Stream<Path> files = Files.walk(file.getParent())) {
      return files
          .filter(path -> path.toString().matches(".*/\\d{4}-\\d\\d-\\d\\d/.."))
          .findAny()
          .orElseThrow();
    }
  }

  @Test
  void everyTruncationAndEveryFlippedBitOfASettledLineIsNoticed() throws IOException {
    Path settled = settledFile();
    byte[] whole = Files.readAllBytes(settled);
    for (int i = 0; i < whole.length; i++) {
      byte[] flipped = whole.clone();
      flipped[i] ^= 1;
      for (byte[] damaged : new byte[][] {flipped, Arrays.copyOf(whole, Math.max(1, i))}) {
        Files.write(settled, damaged);
        assertThatThrownBy(() -> store.settle("p", ID, QuotaSettlement.GIVEN_BACK))
            .as("byte " + i)
            .isInstanceOf(QuotaStoreException.class)
            .hasMessageContaining("cannot be trusted");
      }
    }
    Files.write(settled, whole);
    store.settle("p", ID, QuotaSettlement.GIVEN_BACK);
    assertThat(store.usage("p", QuotaPolicy.UPLOADS).used()).isZero();
  }

  /** What a process leaves that is killed while a settled line leaves the ledger's file. */
  @Test
  void aLineThatWasCutOffIsAddedAgain() throws IOException {
    store.settle("p", ID, QuotaSettlement.SPENT);
    byte[] ledger = Files.readAllBytes(file);
    store.refused("p", ID);
    Path settled = settledFile();
    byte[] whole = Files.readAllBytes(settled);
    for (int length = 0; length <= whole.length; length++) {
      Files.write(file, ledger);
      Files.write(settled, Arrays.copyOf(whole, length));
      assertThat(store.entries("p"))
          .extracting(QuotaEntry::state)
          .containsExactly(QuotaEntry.State.SPENT);
      assertThat(store.usage("p", QuotaPolicy.UPLOADS).used()).isEqualTo(1);
      assertThat(reserve(store)).as("the same reservation stands").isTrue();
    }
  }

  @Test
  void aLedgerThatIsGoneWhileItsDaysAreThereGrantsNothing() throws IOException {
    settledFile();
    Files.delete(file);
    refusesToAnswer("it is gone");
  }

  @Test
  void aDirectoryThatWasDeletedIsAnError() throws IOException {
    Files.delete(file);
    Files.delete(file.resolveSibling("lock"));
    Files.delete(file.getParent());
    assertThatThrownBy(() -> reserve(store))
        .isInstanceOf(QuotaStoreException.class)
        .hasMessageContaining(file.getParent().toString());
  }

  @Test
  void aFileInPlaceOfTheDirectoryIsAnError() throws IOException {
    Path occupied = Files.writeString(state.resolve("occupied"), "");
    assertThatThrownBy(() -> QuotaStore.directory(occupied))
        .isInstanceOf(QuotaStoreException.class)
        .hasMessageContaining(occupied + " is a file where a directory must be");
  }

  @Test
  void anInterruptedThreadStillWritesDownWhatItSpent() {
    Thread.currentThread().interrupt();
    store.settle("p", ID, QuotaSettlement.SPENT);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(store.entries("p"))
        .extracting(QuotaEntry::state)
        .containsExactly(QuotaEntry.State.SPENT);
  }
}

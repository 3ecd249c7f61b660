package io.github.youtubeupload.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.youtubeupload.contract.SampleRecords;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalFilesTest {
  private static final String ID = "Render 17/Friends";

  @TempDir Path temporary;
  private Path state = Path.of("");
  private Path uploads = Path.of("");
  private UploadStore store = UploadStore.inMemory();

  @BeforeEach
  void openTheStore() {
    state = temporary.resolve("new").resolve("state");
    uploads = state.resolve("uploads");
    store = UploadStore.directory(state);
    save(SampleRecords.sending(ID));
  }

  private void save(UploadRecord record) {
    try (UploadClaim claim = store.claim(record.uploadId()).orElseThrow()) {
      claim.save(record);
    }
  }

  private Path file(String uploadId) {
    return uploads.resolve(RecordName.of(uploadId).active());
  }

  private Path aside(String uploadId) {
    return uploads.resolve("set-aside").resolve(RecordName.of(uploadId).file());
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(uploads.resolve("active"))) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  @Test
  void namesARecordSoThatAPersonFindsIt() throws IOException {
    assertThat(names()).hasSize(1);
    assertThat(names().get(0)).matches("render-17-friends-[0-9a-f]{32}\\.json");
  }

  @Test
  void letsOnlyItsUserLookInside() throws IOException {
    save(SampleRecords.accepted("done").completed("v", 1, SampleRecords.NOON));
    Path ended = uploads.resolve(RecordName.of("done").ended()).getParent();
    for (Path directory :
        List.of(temporary.resolve("new"), state, uploads, uploads.resolve("active"), ended)) {
      assertThat(permissions(directory)).isEqualTo("rwx------");
    }
    assertThat(permissions(file(ID))).isEqualTo("rw-------");
    assertThat(permissions(uploads.resolve("owners.lock")))
        .as("whoever reads it in this process would drop its locks")
        .isEqualTo("-w-------");
  }

  @Test
  void closesADirectoryThatStoodOpen() throws IOException {
    Files.setPosixFilePermissions(uploads, PosixFilePermissions.fromString("rwxr-xr-x"));
    UploadStore.directory(state);
    assertThat(permissions(uploads)).isEqualTo("rwx------");
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  /** Every length that a torn write could leave, were the replacement not atomic. */
  @Test
  void neverTakesATornRecordForAWholeOne() throws IOException {
    byte[] whole = Files.readAllBytes(file(ID));
    for (int length = 0; length < whole.length; length++) {
      Files.write(file(ID), Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> store.find(ID)).isInstanceOf(UploadStoreException.class);
    }
    Files.write(file(ID), whole);
    assertThat(store.find(ID)).contains(SampleRecords.sending(ID));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\u0000\u0000\u0000\u0000",
        "null",
        "[]",
        "{}",
        "{\"format\":0}",
        "{\"format\":\"one\"}",
        "{\"format\":2,\"secret\":\"SECRET\"}",
        "{\"format\":2,\"format\":2}",
        "{\"format\":2}{\"format\":2}",
        "<html>SECRET</html>",
      })
  void refusesToStartADamagedUploadAfreshAndSetsItAside(String content) throws IOException {
    save(SampleRecords.accepted("healthy"));
    Files.writeString(file(ID), content, StandardCharsets.UTF_8);

    assertRefused(file(ID));
    assertThat(store.list(UploadQuery.ALL)).containsExactly(SampleRecords.accepted("healthy"));
    assertRefused(aside(ID));
    assertThat(file(ID)).doesNotExist();
    assertThat(aside(ID)).hasContent(content);

    Files.delete(aside(ID));
    assertThat(store.find(ID)).isEmpty();
    save(SampleRecords.accepted(ID));
  }

  private void assertRefused(Path where) {
    for (Runnable look : List.<Runnable>of(() -> store.find(ID), () -> store.claim(ID))) {
      assertThatThrownBy(look::run)
          .isInstanceOf(UploadStoreException.class)
          .hasMessageContaining(ID)
          .hasMessageContaining(where.toString())
          .hasMessageContaining("look into the channel")
          .hasMessageNotContaining("SECRET")
          .hasNoCause();
    }
  }

  @Test
  void keepsEveryDamagedFile() throws IOException {
    for (String content : List.of("first", "second", "third")) {
      Files.writeString(file(ID), content, StandardCharsets.UTF_8);
      assertThat(store.list(UploadQuery.ALL)).isEmpty();
    }
    try (Stream<Path> kept = Files.list(uploads.resolve("set-aside"))) {
      assertThat(kept).hasSize(3);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"step", "uploadId", "createdAt", "source.size", "confirmed", "attempt", "session"})
  void refusesAFieldThatWasSpoilt(String field) throws IOException {
    String spoilt =
        Files.readString(file(ID))
            .replaceFirst("(\"" + field + "\": )[^\\n]*[^\\n,]", "$1\"not that\"")
            .replaceFirst(",\n  \"crc32c.*", "");
    Files.write(file(ID), Checksum.added(spoilt + "\n}"));
    assertRefused(file(ID));
  }

  @Test
  void leavesOutAFileOfSomebodyElse() throws IOException {
    Path active = uploads.resolve("active");
    Files.copy(file(ID), active.resolve("copy.json"));
    Files.write(active.resolve("huge.json"), new byte[(1 << 20) + 1]);
    Files.createDirectory(active.resolve("directory.json"));
    Files.createFile(active.resolve(".nfs0001"));

    assertThat(store.list(UploadQuery.ALL)).containsExactly(SampleRecords.sending(ID));
    assertThat(names()).contains("directory.json", ".nfs0001").hasSize(3);
    assertThat(uploads.resolve("set-aside/copy.json")).exists();
    assertThat(uploads.resolve("set-aside/huge.json")).exists();
  }

  /** A letter of the title makes another request; the record must not be taken for one. */
  @Test
  void callsEveryFlippedBitDamage() throws IOException {
    byte[] whole = Files.readAllBytes(file(ID));
    for (int i = 0; i < whole.length; i++) {
      byte[] flipped = whole.clone();
      flipped[i] ^= 1;
      Files.write(file(ID), flipped);
      assertThatThrownBy(() -> store.find(ID))
          .isInstanceOf(UploadStoreException.class)
          .hasMessageContaining("is damaged");
    }
  }

  @Test
  void refusesAFieldThatItDoesNotKnowThoughTheChecksumBeRight() throws IOException {
    String json = Files.readString(file(ID));
    String open = json.substring(0, json.indexOf(",\n  \"crc32c\""));
    Files.write(file(ID), Checksum.added(open + ",\n  \"secret\": \"SECRET\"\n}"));
    assertRefused(file(ID));
  }

  @Test
  void leavesAJournalFromBeforeTheFirstReleaseAlone() throws IOException {
    Files.writeString(uploads.resolve("old.json"), "{\"format\":1}");
    assertThatThrownBy(() -> UploadStore.directory(state))
        .isInstanceOf(UploadStoreException.class)
        .hasMessageContaining("old.json")
        .hasMessageContaining("before the first release")
        .hasMessageContaining("move " + uploads + " away");
    assertThat(uploads.resolve("old.json")).exists();
  }

  @Test
  void leavesARecordOfALaterVersionToThatVersion() throws IOException {
    String json = "{\n  \"format\": 3,\n  \"source\":{\"parts\":[1,2]},\n  \"anything\":null\n}";
    String later = new String(Checksum.added(json), StandardCharsets.UTF_8);
    Files.writeString(file(ID), later, StandardCharsets.UTF_8);

    assertThatThrownBy(() -> store.claim(ID))
        .isInstanceOf(UploadStoreException.class)
        .hasMessageContaining("later version of this library");
    assertThat(store.list(UploadQuery.ALL)).isEmpty();
    assertThat(file(ID)).hasContent(later);
  }

  @Test
  void refusesARecordThatCouldNotBeReadAgain() {
    UploadRecord big = SampleRecords.accepted(ID).stopped("x".repeat(1 << 20), SampleRecords.NOON);
    assertThatThrownBy(() -> save(big)).isInstanceOf(UploadStoreException.class);
    assertThat(store.find(ID)).contains(SampleRecords.sending(ID));
  }

  /** What a crash leaves between any two steps of a save: part of a new file, or all of it. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100, Integer.MAX_VALUE})
  void sweepsWhatACrashLeftUnfinished(int length) throws IOException {
    byte[] whole = Files.readAllBytes(file(ID));
    byte[] part = Arrays.copyOf(whole, Math.min(length, whole.length));
    Path active = uploads.resolve("active");
    Path ofKnown = active.resolve(RecordName.of(ID).stem() + ".owner.tmp");
    Path ofNew = active.resolve(RecordName.of("never saved").stem() + ".owner.tmp");

    Files.write(ofKnown, part);
    assertThat(store.list(UploadQuery.ALL)).containsExactly(SampleRecords.sending(ID));
    save(SampleRecords.sending(ID));

    Files.write(ofNew, part);
    UploadStore restarted = UploadStore.directory(state);
    assertThat(names()).hasSize(1);
    assertThat(restarted.find(ID)).contains(SampleRecords.sending(ID));
    assertThat(restarted.find("never saved")).isEmpty();
  }

  @Test
  void doesNotTakeAVanishedJournalForAnEmptyOne() throws IOException {
    UploadClaim claim = store.claim(ID).orElseThrow();
    Files.move(uploads, state.resolve("moved"));

    for (Runnable use :
        List.<Runnable>of(
            () -> store.find(ID),
            () -> store.claim(ID),
            () -> store.claim("new"),
            () -> store.list(UploadQuery.ALL),
            () -> claim.save(SampleRecords.accepted(ID)),
            () -> claim.delete())) {
      assertThatThrownBy(use::run)
          .isInstanceOf(UploadStoreException.class)
          .hasMessageContaining(uploads.toString());
    }
    claim.close();

    Files.move(state.resolve("moved"), uploads);
    assertThat(store.find(ID)).contains(SampleRecords.sending(ID));
  }

  @Test
  void saysWhatIsWrongWithADirectoryThatCannotBeOne() throws IOException {
    Path file = Files.createFile(temporary.resolve("file"));
    assertThatThrownBy(() -> UploadStore.directory(file))
        .isInstanceOf(UploadStoreException.class)
        .hasMessageContaining(file + " is a file where a directory must be");
    Files.move(uploads, state.resolve("moved"));
    Files.createFile(uploads);
    assertThatThrownBy(() -> UploadStore.directory(state))
        .isInstanceOf(UploadStoreException.class)
        .hasMessageContaining(uploads + " is a file where a directory must be");
  }
}

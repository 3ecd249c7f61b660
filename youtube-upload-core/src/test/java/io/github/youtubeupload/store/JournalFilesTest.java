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
    return uploads.resolve(RecordName.of(uploadId).file());
  }

  private Path aside(String uploadId) {
    return uploads.resolve("set-aside").resolve(RecordName.of(uploadId).file());
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(uploads)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  @Test
  void namesARecordSoThatAPersonFindsIt() throws IOException {
    assertThat(names()).hasSize(2).first().asString().isEqualTo("owners.lock");
    assertThat(names().get(1)).matches("render-17-friends-[0-9a-f]{32}\\.json");
  }

  @Test
  void letsOnlyItsUserLookInside() throws IOException {
    for (Path directory : List.of(temporary.resolve("new"), state, uploads)) {
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
        "{\"format\":1,\"secret\":\"SECRET\"}",
        "{\"format\":1,\"format\":1}",
        "{\"format\":1}{\"format\":1}",
        "<html>SECRET</html>",
      })
  void refusesToStartADamagedUploadAfreshAndSetsItAside(String content) throws IOException {
    save(SampleRecords.accepted("healthy"));
    Files.writeString(file(ID), content, StandardCharsets.UTF_8);

    assertRefused(file(ID));
    assertThat(store.list()).containsExactly(SampleRecords.accepted("healthy"));
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
      assertThat(store.list()).isEmpty();
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
            .replaceFirst("(\"" + field + "\": )[^\\n]*[^\\n,]", "$1\"not that\"");
    Files.writeString(file(ID), spoilt, StandardCharsets.UTF_8);
    assertRefused(file(ID));
  }

  @Test
  void leavesOutAFileOfSomebodyElse() throws IOException {
    Files.copy(file(ID), uploads.resolve("copy.json"));
    Files.write(uploads.resolve("huge.json"), new byte[(1 << 20) + 1]);
    Files.createDirectory(uploads.resolve("directory.json"));
    Files.createFile(uploads.resolve(".nfs0001"));

    assertThat(store.list()).containsExactly(SampleRecords.sending(ID));
    assertThat(names()).contains("directory.json", ".nfs0001", "set-aside").hasSize(5);
    assertThat(uploads.resolve("set-aside/copy.json")).exists();
    assertThat(uploads.resolve("set-aside/huge.json")).exists();
  }

  @Test
  void leavesARecordOfALaterVersionToThatVersion() throws IOException {
    String later = "{\"format\":2,\"source\":{\"parts\":[1,2]},\"anything\":null}";
    Files.writeString(file(ID), later, StandardCharsets.UTF_8);

    assertThatThrownBy(() -> store.claim(ID))
        .isInstanceOf(UploadStoreException.class)
        .hasMessageContaining("later version of this library");
    assertThat(store.list()).isEmpty();
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
    Path ofKnown = uploads.resolve(RecordName.of(ID).stem() + ".owner.tmp");
    Path ofNew = uploads.resolve(RecordName.of("never saved").stem() + ".owner.tmp");

    Files.write(ofKnown, part);
    assertThat(store.list()).containsExactly(SampleRecords.sending(ID));
    store.claim(ID).orElseThrow().close();
    assertThat(ofKnown).doesNotExist();

    Files.write(ofKnown, part);
    Files.write(ofNew, part);
    UploadStore restarted = UploadStore.directory(state);
    assertThat(names()).hasSize(2);
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
            () -> store.list(),
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
        .hasMessageContaining("must be a directory");
  }
}

package io.github.youtubeupload.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.youtubeupload.contract.SampleRecords;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalEncryptionTest {
  private static final String ID = "render-17";

  @TempDir Path state;

  private static SecretKey key(int content) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) content);
    return new SecretKeySpec(bytes, "AES");
  }

  private static void save(UploadStore store, UploadRecord record) {
    try (UploadClaim claim = store.claim(record.uploadId()).orElseThrow()) {
      claim.save(record);
    }
  }

  private Path file(String uploadId) {
    return state.resolve("uploads").resolve(RecordName.of(uploadId).active());
  }

  private String text(String uploadId) throws IOException {
    return Files.readString(file(uploadId), StandardCharsets.UTF_8);
  }

  @Test
  void leavesNoSessionOnTheDisk() throws IOException {
    save(UploadStore.directory(state, key(1)), SampleRecords.sending(ID));
    assertThat(text(ID)).doesNotContain("SECRET").doesNotContain("youtube.example");
  }

  @Test
  void neverWritesTheSameSecretTwiceInTheSameWay() {
    SessionSeal seal = new SessionSeal(key(1));
    assertThat(seal.seal("session", ID)).isNotEqualTo(seal.seal("session", ID));
  }

  @Test
  void readsWhatWasWrittenBeforeThereWasAKeyAndEncryptsItWhenItIsSaved() throws IOException {
    save(UploadStore.directory(state), SampleRecords.sending(ID));
    assertThat(text(ID)).contains("SECRET");

    UploadStore encrypted = UploadStore.directory(state, key(1));
    assertThat(encrypted.find(ID)).contains(SampleRecords.sending(ID));
    save(encrypted, SampleRecords.sending(ID));

    assertThat(text(ID)).doesNotContain("SECRET");
    assertThat(encrypted.find(ID)).contains(SampleRecords.sending(ID));
  }

  @Test
  void namesTheCureForAWrongOrAMissingKeyAndLeavesTheRecordAlone() {
    save(UploadStore.directory(state, key(1)), SampleRecords.sending(ID));
    save(UploadStore.directory(state, key(1)), SampleRecords.accepted("no session"));

    for (UploadStore store :
        new UploadStore[] {UploadStore.directory(state, key(2)), UploadStore.directory(state)}) {
      assertThatThrownBy(() -> store.find(ID))
          .isInstanceOf(UploadStoreException.class)
          .hasMessageContaining(ID)
          .hasMessageContaining("open the store with the key that it was written with");
      assertThatThrownBy(() -> store.claim(ID)).isInstanceOf(UploadStoreException.class);
      assertThat(store.list(UploadQuery.ALL))
          .extracting(UploadRecord::uploadId)
          .containsExactly("no session");
    }
    assertThat(UploadStore.directory(state, key(1)).find(ID)).contains(SampleRecords.sending(ID));
  }

  @Test
  void refusesTheSessionOfAnotherUpload() throws IOException {
    UploadStore store = UploadStore.directory(state, key(1));
    save(store, SampleRecords.sending(ID));
    String borrowed = text(ID).replace('"' + ID + '"', "\"thief\"");
    String open = borrowed.substring(0, borrowed.indexOf(",\n  \"crc32c\""));
    Files.write(file("thief"), Checksum.added(open + "\n}"));

    assertThatThrownBy(() -> store.find("thief"))
        .isInstanceOf(UploadStoreException.class)
        .hasMessageContaining("its session was changed or is another's");
  }

  @Test
  void refusesAKeyThatIsNot256BitsOfAes() {
    for (SecretKey key :
        new SecretKey[] {
          new SecretKeySpec(new byte[16], "AES"), new SecretKeySpec(new byte[32], "HmacSHA256")
        }) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> UploadStore.directory(state, key))
          .withMessageContaining("AES key of 256 bits");
    }
  }
}

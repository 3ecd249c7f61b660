package io.github.youtubeupload.testkit;

import static io.github.youtubeupload.testkit.RawUpload.BLOCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.youtubeupload.testkit.RawClient.Answer;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults that cut, lose and forget. */
class FaultTest extends FaultCase {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 0",
    "262143, 0",
    "262144, 262144",
    "700000, 524288",
    "1048582, 1048576",
    "1048583, 1048583",
    "9999999, 1048583"
  })
  void cutsAfterSoManyBytesAndKeepsWholeBlocks(long cutAfter, int kept) throws IOException {
    RawUpload upload = new RawUpload(youtube, bytes);
    youtube.script(FaultScript.none().on(Step.SEND, Fault.cutAfter(cutAfter)));

    assertThatThrownBy(upload::putAll).isInstanceOf(IOException.class);

    assertThat(youtube.videos()).isEmpty();
    assertGoesOnAt(upload, kept);
    assertThat(lastOf(Step.SEND).fault()).hasValue(Fault.cutAfter(cutAfter));
  }

  @Test
  void canKeepEveryByteOfACutPut() throws IOException {
    restart(FakeYouTube.builder().keepsWholeBlocks(false));
    RawUpload upload = new RawUpload(youtube, bytes);
    youtube.script(FaultScript.none().on(Step.SEND, Fault.cutAfter(700_001)));

    assertThatThrownBy(upload::putAll).isInstanceOf(IOException.class);

    assertGoesOnAt(upload, 700_001);
  }

  @Test
  void tellsAResetFromAnOrderlyEnd() throws IOException {
    youtube.script(
        FaultScript.none()
            .on(Step.LIST, 1, Fault.cutBeforeAnswer(Disconnect.RST))
            .on(Step.LIST, 2, Fault.cutBeforeAnswer(Disconnect.FIN)));
    String list = "GET /youtube/v3/channels?part=id&mine=true HTTP/1.1\nHost: localhost\n";

    assertThatThrownBy(() -> RawClient.call(youtube, list, new byte[0]))
        .isInstanceOf(SocketException.class)
        .hasMessageContaining("reset");
    assertThatThrownBy(() -> RawClient.call(youtube, list, new byte[0]))
        .isInstanceOf(EOFException.class);
  }

  @Test
  void endsInOrderInTheMiddleOfABodyToo() throws IOException {
    RawUpload upload = new RawUpload(youtube, bytes);
    youtube.script(FaultScript.none().on(Step.SEND, Fault.cutAfter(10, Disconnect.FIN)));
    try (RawClient client = new RawClient(youtube)) {
      client.write(upload.head("PUT", "") + "Content-Length: " + bytes.length + "\n\n", bytes);

      assertThat(client.readByte()).isEqualTo(-1);
    }
  }

  @Test
  void cutBeforeTheAnswerHasStoredAllAndMadeNoVideoYet() throws IOException {
    RawUpload upload = new RawUpload(youtube, bytes);
    youtube.script(FaultScript.none().on(Step.SEND, Fault.cutBeforeAnswer()));

    assertThatThrownBy(upload::putAll).isInstanceOf(IOException.class);

    assertThat(youtube.videos()).isEmpty();
    assertThat(upload.ask().status()).isEqualTo(201);
    assertOneVideo();
  }

  @Test
  void aLostAnswerHasMadeTheVideo() throws IOException {
    RawUpload upload = new RawUpload(youtube, bytes);
    youtube.script(FaultScript.none().on(Step.SEND, Fault.loseAnswer()));

    assertThatThrownBy(upload::putAll).isInstanceOf(IOException.class);

    assertOneVideo();
    assertThat(upload.ask().status()).isEqualTo(201);
    assertOneVideo();
  }

  @Test
  void aLostAnswerToAnOpeningHasOpenedAndCharged() {
    youtube.script(FaultScript.none().on(Step.OPEN, Fault.loseAnswer()));

    assertThatThrownBy(() -> new RawUpload(youtube, bytes)).isInstanceOf(IOException.class);

    assertThat(youtube.sessions()).hasSize(1);
    assertThat(youtube.quotaUsed("test-project", Bucket.UPLOADS)).isEqualTo(1);
  }

  @Test
  void aCutOpeningHasOpenedNothing() {
    youtube.script(FaultScript.none().on(Step.OPEN, Fault.cutBeforeAnswer()));

    assertThatThrownBy(() -> new RawUpload(youtube, bytes)).isInstanceOf(IOException.class);

    assertThat(youtube.sessions()).isEmpty();
    assertThat(youtube.quotaUsed("test-project", Bucket.UPLOADS)).isZero();
  }

  @Test
  void keepsOnlyPartAndCutsOrSaysSo() throws IOException {
    RawUpload upload = new RawUpload(youtube, bytes);
    youtube.script(
        FaultScript.none()
            .on(Step.SEND, 1, Fault.keepOnly(BLOCK + 5))
            .on(Step.SEND, 2, Fault.keepOnlyAndAnswer(BLOCK)));

    assertThatThrownBy(upload::putAll).isInstanceOf(IOException.class);
    assertStored(upload.ask(), BLOCK);
    assertStored(upload.put(BLOCK, 4 * BLOCK), 2 * BLOCK);
    assertGoesOnAt(upload, 2 * BLOCK);
  }

  @ParameterizedTest
  @CsvSource({"DISK, 300001, 300001", "HASH_ONLY, 300001, 262144"})
  void goesBackToAnEarlierOffset(Storage storage, int offset, int kept) throws IOException {
    restart(FakeYouTube.builder().storage(storage));
    RawUpload upload = new RawUpload(youtube, bytes);
    upload.put(0, 3 * BLOCK);
    youtube.script(FaultScript.none().on(Step.ASK, Fault.wrongRange(offset)));

    assertStored(upload.ask(), kept);
    assertGoesOnAt(upload, kept);
  }

  @ParameterizedTest
  @ValueSource(strings = {"DISK", "HASH_ONLY", "DISCARD"})
  void answers308WithoutRangeAndHasForgottenAll(Storage storage) throws IOException {
    restart(FakeYouTube.builder().storage(storage));
    RawUpload upload = new RawUpload(youtube, bytes);
    youtube.script(FaultScript.none().on(Step.SEND, 2, Fault.missingRange()));
    upload.put(0, BLOCK);

    Answer answer = upload.put(BLOCK, 2 * BLOCK);

    assertThat(answer.status()).isEqualTo(308);
    assertThat(answer.header("Range")).isEmpty();
    assertThat(upload.putAll().status()).isEqualTo(201);
    assertThat(youtube.videos().get(0).size()).isEqualTo(bytes.length);
  }
}

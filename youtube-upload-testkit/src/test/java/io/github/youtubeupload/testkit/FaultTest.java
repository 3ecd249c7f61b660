package io.github.youtubeupload.testkit;

import static io.github.youtubeupload.testkit.RawUpload.BLOCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.youtubeupload.testkit.RawClient.Answer;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTest {
  private final byte[] bytes = Bytes.of(4 * BLOCK + 7);
  private FakeYouTube youtube = FakeYouTube.start();

  @AfterEach
  void close() {
    youtube.close();
  }

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

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void answersAServerErrorBeforeTheBodyOrAfter(int status) throws IOException {
    RawUpload upload = new RawUpload(youtube, bytes);
    youtube.script(
        FaultScript.none()
            .on(Step.SEND, 1, Fault.status(status, 7))
            .on(Step.SEND, 2, Fault.status(status).afterBody()));

    Answer early = earlyAnswer(upload);
    assertThat(early.status()).isEqualTo(status);
    assertThat(early.header("Retry-After")).hasValue("7");
    assertThat(upload.ask().header("Range")).isEmpty();
    Answer late = upload.putAll();
    assertThat(late.status()).isEqualTo(status);
    assertThat(late.header("Retry-After")).isEmpty();
    assertThat(youtube.videos()).isEmpty();
    assertThat(upload.ask().status()).isEqualTo(201);
  }

  @Test
  void answersAnErrorAlthoughTheVideoIsMade() throws IOException {
    RawUpload upload = new RawUpload(youtube, bytes);
    youtube.script(FaultScript.none().on(Step.SEND, Fault.status(503).afterProcessing()));

    assertThat(upload.putAll().status()).isEqualTo(503);
    assertOneVideo();
  }

  @Test
  void answersHtmlOrNothing() throws IOException {
    RawUpload upload = new RawUpload(youtube, bytes);
    youtube.script(
        FaultScript.none()
            .on(Step.ASK, 1, Fault.htmlBody(502))
            .on(Step.ASK, 2, Fault.emptyBody(503))
            .on(Step.SEND, 1, Fault.emptyBody(201)));

    assertThat(upload.ask().body()).startsWith("<!DOCTYPE html>");
    assertThat(upload.ask().body()).isEmpty();
    assertThat(upload.putAll().body()).isEmpty();
    assertOneVideo();
  }

  @Test
  void refusesWithTheBodiesOfQuota() throws IOException {
    youtube.script(
        FaultScript.none()
            .on(Step.OPEN, 1, Fault.dailyQuota429())
            .on(Step.OPEN, 2, Fault.quota403())
            .on(Step.OPEN, 3, Fault.transient429())
            .on(Step.OPEN, 4, Fault.refusal(403, "usageLimits", "dailyLimitExceeded", "Over")));

    assertThat(open().body()).contains("Video Uploads per day", "1/d/{project}");
    assertThat(open().body()).contains("youtube.quota", "quotaExceeded");
    assertThat(open().body()).contains("rateLimitExceeded").doesNotContain("1/d/", "per day");
    assertThat(OpeningTest.reason(open())).isEqualTo("dailyLimitExceeded");
    assertThat(open().status()).isEqualTo(200);
    assertThat(youtube.remainingFaults()).isEmpty();
  }

  @Test
  void refusesATokenInMidSessionAndCanEndTheSessionWithIt() throws IOException {
    RawUpload upload = new RawUpload(youtube, bytes);
    youtube.script(
        FaultScript.none()
            .on(Step.ASK, 1, Fault.unauthorized())
            .on(Step.ASK, 3, Fault.unauthorizedEndsSession()));

    assertThat(upload.ask().status()).isEqualTo(401);
    assertThat(upload.ask().status()).isEqualTo(308);
    assertThat(upload.ask().status()).isEqualTo(401);
    assertThat(upload.ask().status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 410})
  void losesTheSession(int status) throws IOException {
    RawUpload upload = new RawUpload(youtube, bytes);
    youtube.script(FaultScript.none().on(Step.ASK, Fault.sessionGone(status)));

    assertThat(upload.ask().status()).isEqualTo(status);
    assertThat(upload.putAll().status()).isEqualTo(status);
  }

  @Test
  void movesTheSession() throws IOException {
    RawUpload upload = new RawUpload(youtube, bytes);
    youtube.script(FaultScript.none().on(Step.SEND, Fault.newLocation()));

    Answer moved = upload.put(0, BLOCK);

    assertThat(upload.ask().status()).isEqualTo(404);
    upload.moveTo(moved);
    assertGoesOnAt(upload, BLOCK);
  }

  @Test
  void stallsUntilANewerRequestOfTheSessionComes() throws IOException {
    RawUpload upload = new RawUpload(youtube, bytes);
    youtube.script(FaultScript.none().on(Step.SEND, Fault.stall(2 * BLOCK + 9)));
    CompletableFuture<Throwable> stalled = inBackground(upload::putAll);
    awaitReceived(2 * BLOCK + 9);

    assertStored(upload.ask(), 2 * BLOCK);
    assertThat(stalled.join()).isInstanceOf(IOException.class);
    assertGoesOnAt(upload, 2 * BLOCK);
  }

  @Test
  void readsAsSlowlyAsItIsTold() throws IOException {
    RawUpload upload = new RawUpload(youtube, Bytes.of(30_000));
    youtube.script(FaultScript.none().on(Step.SEND, Fault.trickle(100_000)));

    long start = System.nanoTime();
    assertThat(upload.putAll().status()).isEqualTo(201);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(290));
  }

  @Test
  void answersSlowlyWithTheVideoAlreadyMade() throws Exception {
    RawUpload upload = new RawUpload(youtube, bytes);
    youtube.script(FaultScript.none().on(Step.SEND, Fault.slowFinalAnswer(Duration.ofMinutes(10))));
    CompletableFuture<Throwable> slow = inBackground(upload::putAll);
    assertThat(youtube.awaitVideos(1, Duration.ofSeconds(10))).isTrue();

    assertThat(upload.ask().status()).isEqualTo(201);
    assertThat(slow).isNotDone();
    youtube.close();
    assertThat(slow.join()).isInstanceOf(IOException.class);
  }

  @Test
  void closesAConnectionThatSeemedToStayOpen() throws IOException {
    youtube.script(FaultScript.none().on(Step.ASK, 2, Fault.closeIdle()));
    RawUpload upload = new RawUpload(youtube, bytes);
    try (RawClient client = new RawClient(youtube)) {
      client.send(upload.head("PUT", "*/*"), new byte[0]);
      Answer second = client.send(upload.head("PUT", "*/*"), new byte[0]);
      assertThat(second.header("Connection")).isEmpty();
      assertThat(client.readByte()).isEqualTo(-1);
    }
  }

  /** A client that reads before it has sent all: large bodies are answered early, then reset. */
  private Answer earlyAnswer(RawUpload upload) throws IOException {
    try (RawClient client = new RawClient(youtube)) {
      client.write(upload.head("PUT", "") + "Content-Length: " + bytes.length + "\n\n");
      return client.read();
    }
  }

  private Answer open() throws IOException {
    return RawUpload.open(
        youtube, youtube.accessToken(), "part=snippet", RawUpload.TITLED, "X-Test: none");
  }

  private void restart(FakeYouTubeBuilder builder) {
    youtube.close();
    youtube = builder.start();
  }

  private void assertGoesOnAt(RawUpload upload, int stored) throws IOException {
    if (stored == bytes.length) {
      assertThat(upload.ask().status()).isEqualTo(201);
    } else {
      assertStored(upload.ask(), stored);
      assertThat(upload.put(stored, bytes.length).status()).isEqualTo(201);
    }
    assertOneVideo();
  }

  private static void assertStored(Answer answer, int stored) {
    assertThat(answer.status()).isEqualTo(308);
    assertThat(answer.header("Range"))
        .isEqualTo(stored == 0 ? Optional.empty() : Optional.of("bytes=0-" + (stored - 1)));
  }

  private void assertOneVideo() {
    assertThat(youtube.videos()).extracting(FakeVideo::sha256).containsExactly(Bytes.sha256(bytes));
  }

  private RecordedRequest lastOf(Step step) {
    List<RecordedRequest> all =
        youtube.requests().stream().filter(r -> r.fault().isPresent()).toList();
    assertThat(all).isNotEmpty().allMatch(r -> r.step() == step);
    return all.get(all.size() - 1);
  }

  private void awaitReceived(long bytes) {
    try {
      assertThat(youtube.awaitBytesReceived(bytes, Duration.ofSeconds(10))).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private interface Call {
    Answer call() throws IOException;
  }

  /** The exception of a call that is expected to fail. */
  private static CompletableFuture<Throwable> inBackground(Call call) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return new AssertionError("It was answered: " + call.call());
          } catch (IOException e) {
            return e;
          }
        });
  }
}

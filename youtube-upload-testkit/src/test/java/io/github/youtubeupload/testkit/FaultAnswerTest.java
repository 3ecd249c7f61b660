package io.github.youtubeupload.testkit;

import static io.github.youtubeupload.testkit.RawUpload.BLOCK;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.youtubeupload.testkit.RawClient.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults that answer otherwise, late or never. */
class FaultAnswerTest extends FaultCase {
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
}

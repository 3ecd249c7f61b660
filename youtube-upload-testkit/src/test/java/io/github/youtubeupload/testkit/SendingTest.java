package io.github.youtubeupload.testkit;

import static io.github.youtubeupload.testkit.RawUpload.BLOCK;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.youtubeupload.testkit.RawClient.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SendingTest {
  private final byte[] bytes = Bytes.of(3 * BLOCK + 100);
  private final ManualClock clock = new ManualClock();
  private FakeYouTube youtube = FakeYouTube.builder().clock(clock).start();

  @AfterEach
  void close() {
    youtube.close();
  }

  @Test
  void takesAllInOnePutWithoutContentRange() throws IOException {
    Answer answer = new RawUpload(youtube, bytes).putAll();

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.body()).contains("\"uploadStatus\":\"uploaded\"");
    assertOneVideo();
  }

  @Test
  void takesChunksAndSaysWhatItHas() throws IOException {
    RawUpload upload = new RawUpload(youtube, bytes);

    assertThat(upload.ask().header("Range")).isEmpty();
    assertRange(upload.put(0, BLOCK), BLOCK);
    assertRange(upload.ask(), BLOCK);
    assertRange(upload.put(BLOCK, 3 * BLOCK), 3 * BLOCK);
    assertThat(youtube.videos()).isEmpty();
    assertThat(upload.put(3 * BLOCK, bytes.length).status()).isEqualTo(201);
    assertOneVideo();
  }

  @Test
  void refusesAChunkThatIsNoMultipleOf256KibUnlessItIsTheLast() throws IOException {
    RawUpload upload = new RawUpload(youtube, bytes);

    assertThat(upload.put(0, BLOCK + 1).status()).isEqualTo(400);
    assertThat(upload.ask().header("Range")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, BLOCK - 1, BLOCK + 1, 2 * BLOCK})
  void storesNothingOfAnOverlapOrAGap(int from) throws IOException {
    RawUpload upload = new RawUpload(youtube, bytes);
    upload.put(0, BLOCK);

    assertRange(upload.put(from, bytes.length), BLOCK);
    assertRange(upload.ask(), BLOCK);
    assertThat(upload.put(BLOCK, bytes.length).status()).isEqualTo(201);
    assertOneVideo();
  }

  @Test
  void canCallAGapABadRequest() throws IOException {
    youtube.close();
    youtube = FakeYouTube.builder().gapIsBadRequest().start();

    assertThat(new RawUpload(youtube, bytes).put(BLOCK, bytes.length).status()).isEqualTo(400);
  }

  @Test
  void repeatsTheFinalAnswerAndMakesNoSecondVideo() throws IOException {
    RawUpload upload = new RawUpload(youtube, bytes);
    Answer first = upload.putAll();

    assertThat(upload.ask().body()).isEqualTo(first.body());
    assertThat(upload.putAll().body()).isEqualTo(first.body());
    assertThat(upload.put(3 * BLOCK, bytes.length).status()).isEqualTo(201);
    assertOneVideo();
  }

  @Test
  void learnsAnUnknownTotalFromTheLastChunk() throws IOException {
    RawUpload upload = new RawUpload(youtube, bytes, "X-Test: unknown length");

    assertRange(upload.put(0, 2 * BLOCK, "*"), 2 * BLOCK);
    assertRange(upload.ask("*"), 2 * BLOCK);
    assertThat(upload.put(2 * BLOCK, 2 * BLOCK + 1, "*").status()).isEqualTo(400);
    assertThat(upload.put(2 * BLOCK, bytes.length).status()).isEqualTo(201);
    assertOneVideo();
  }

  @Test
  void endsAnUploadOfUnknownTotalWhenTheQuestionNamesWhatIsStored() throws IOException {
    byte[] whole = Bytes.of(2 * BLOCK);
    RawUpload upload = new RawUpload(youtube, whole, "X-Test: unknown length");
    upload.put(0, 2 * BLOCK, "*");

    assertThat(upload.ask().status()).isEqualTo(201);
    assertThat(youtube.videos().get(0).sha256()).isEqualTo(Bytes.sha256(whole));
  }

  @Test
  void refusesAnotherTotalThanTheDeclaredOne() throws IOException {
    RawUpload upload = new RawUpload(youtube, bytes);

    assertThat(upload.put(0, BLOCK, "" + (bytes.length + 1)).status()).isEqualTo(400);
    assertThat(upload.ask("" + (bytes.length - 1)).status()).isEqualTo(400);
    assertThat(upload.ask("*").status()).isEqualTo(308);
  }

  @Test
  void refusesABodyThatIsNotAsLongAsItsRange() throws IOException {
    RawUpload upload = new RawUpload(youtube, bytes);
    byte[] tooFew = Arrays.copyOf(bytes, bytes.length - 1);
    String range = "0-" + (bytes.length - 1) + "/" + bytes.length;

    assertThat(RawClient.call(youtube, upload.head("PUT", range), tooFew).status()).isEqualTo(400);
    assertThat(RawClient.call(youtube, upload.head("PUT", ""), tooFew).status()).isEqualTo(400);
    assertThat(chunked(upload.head("PUT", range), tooFew).status()).isEqualTo(400);
    byte[] tooMany = Arrays.copyOf(bytes, bytes.length + 1);
    assertThat(chunked(upload.head("PUT", range), tooMany).status()).isEqualTo(400);
    assertThat(upload.ask().header("Range")).isEmpty();
    assertThat(upload.putAll().status()).isEqualTo(201);
    assertOneVideo();
  }

  @Test
  void takesChunkedTransferAndGzip() throws IOException {
    RawUpload upload = new RawUpload(youtube, bytes);
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write(bytes);
    }

    String head = upload.head("PUT", "") + "Content-Encoding: gzip\n";
    assertThat(chunked(head, zipped.toByteArray()).status()).isEqualTo(201);
    assertOneVideo();
  }

  @Test
  void waitsForABodyThatWaitsForContinue() throws IOException {
    RawUpload upload = new RawUpload(youtube, bytes);
    try (RawClient client = new RawClient(youtube)) {
      client.write(
          upload.head("PUT", "")
              + ("Expect: 100-continue\nContent-Length: " + bytes.length + "\n\n"));
      assertThat(client.read().status()).isEqualTo(100);
      client.write("", bytes);
      assertThat(client.read().status()).isEqualTo(201);
    }
    assertOneVideo();
  }

  @Test
  void answersAnExpectingClientBeforeTheBodyIfItRefuses() throws IOException {
    RawUpload upload = new RawUpload(youtube, bytes);
    upload.token("stale");
    try (RawClient client = new RawClient(youtube)) {
      client.write(
          upload.head("PUT", "")
              + ("Expect: 100-continue\nContent-Length: " + bytes.length + "\n\n"));
      assertThat(client.read().status()).isEqualTo(401);
      assertThat(client.readByte()).as("no leave to send comes after that").isEqualTo(-1);
    }
  }

  @Test
  void refusesAQuestionThatMakesNoSense() throws IOException {
    RawUpload upload = new RawUpload(youtube, bytes, "X-Test: size unknown");

    assertThat(upload.ask("-1").status()).isEqualTo(400);
    assertThat(upload.ask("unknown").status()).isEqualTo(400);
    Answer withBody = RawClient.call(youtube, upload.head("PUT", "*/*"), new byte[10]);
    assertThat(withBody.status()).isEqualTo(400);
    assertThat(upload.put(0, bytes.length).status()).isEqualTo(201);
  }

  @Test
  void repeatsTheFinalAnswerAsItWas() throws IOException {
    RawUpload upload = new RawUpload(youtube, bytes);
    Answer first = upload.putAll();
    youtube.finishProcessing(youtube.videos().get(0).id());

    assertThat(upload.ask().body()).isEqualTo(first.body());
  }

  @Test
  void looksAtTheTokenOfEveryPut() throws IOException {
    RawUpload upload = new RawUpload(youtube, bytes);
    upload.put(0, BLOCK);
    youtube.expireAccessTokens();

    assertThat(upload.put(BLOCK, 2 * BLOCK).status()).isEqualTo(401);
    assertThat(upload.ask().status()).isEqualTo(401);
    upload.token(youtube.accessToken());
    assertRange(upload.ask(), BLOCK);
  }

  @Test
  void canEndASessionThatAStaleTokenTouches() throws IOException {
    youtube.close();
    youtube = FakeYouTube.builder().staleTokenEndsSession().start();
    RawUpload upload = new RawUpload(youtube, bytes);
    youtube.expireAccessTokens();

    assertThat(upload.put(0, BLOCK).status()).isEqualTo(401);
    upload.token(youtube.accessToken());
    assertThat(upload.ask().status()).isEqualTo(404);
  }

  @Test
  void refusesTheTokenOfAnotherChannel() throws IOException {
    RawUpload upload = new RawUpload(youtube, bytes);
    upload.token(youtube.issueAccessToken(youtube.grant().channel("UCother")));

    assertThat(upload.putAll().status()).isEqualTo(403);
  }

  @Test
  void forgetsASessionWhenItsTimeIsOver() throws IOException {
    RawUpload upload = new RawUpload(youtube, bytes);
    upload.put(0, BLOCK);
    clock.advance(Duration.ofDays(7).plusSeconds(1));
    upload.token(youtube.accessToken());

    assertThat(upload.ask().status()).isEqualTo(404);
    assertThat(upload.putAll().status()).isEqualTo(404);
    assertThat(youtube.sessions().get(0).state()).isEqualTo(FakeSession.State.DEAD);
  }

  @Test
  void cancelsWith499() throws IOException {
    RawUpload upload = new RawUpload(youtube, bytes);
    upload.put(0, BLOCK);

    assertThat(upload.delete().status()).isEqualTo(499);
    assertThat(upload.ask().status()).isEqualTo(499);
    assertThat(upload.delete().status()).isEqualTo(499);
    assertThat(youtube.sessions().get(0).state()).isEqualTo(FakeSession.State.CANCELLED);
  }

  @Test
  void refusesAnEmptyVideo() throws IOException {
    RawUpload upload = new RawUpload(youtube, new byte[0], "X-Test: unknown length");

    assertThat(upload.putAll().body()).contains("mediaBodyRequired");
    assertThat(upload.ask("0").body()).contains("mediaBodyRequired");
    assertThat(youtube.videos()).isEmpty();
  }

  private Answer chunked(String head, byte[] body) throws IOException {
    try (RawClient client = new RawClient(youtube)) {
      client.write(head + "Transfer-Encoding: chunked\n\n");
      for (int from = 0; from < body.length; from += 100_000) {
        byte[] chunk = Arrays.copyOfRange(body, from, Math.min(body.length, from + 100_000));
        client.write(Integer.toHexString(chunk.length) + ";x=y\n", chunk);
        client.write("\n");
      }
      client.write("0\n\n", "".getBytes(StandardCharsets.UTF_8));
      return client.read();
    }
  }

  private void assertOneVideo() {
    assertThat(youtube.videos()).extracting(FakeVideo::sha256).containsExactly(Bytes.sha256(bytes));
    assertThat(youtube.doubles()).isEmpty();
  }

  private static void assertRange(Answer answer, int stored) {
    assertThat(answer.status()).isEqualTo(308);
    assertThat(answer.header("Range")).hasValue("bytes=0-" + (stored - 1));
  }
}

package io.github.youtubeupload.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.youtubeupload.testkit.RawClient.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaTest {
  private final ManualClock clock = new ManualClock();
  private FakeYouTube youtube =
      FakeYouTube.builder()
          .clock(clock)
          .project("small", QuotaRules.today().uploadsPerDay(2))
          .project("pool", QuotaRules.plainPool())
          .channel("UCone")
          .channel("UCtwo")
          .start();

  @AfterEach
  void close() {
    youtube.close();
  }

  @Test
  void refusesTheUploadAfterTheLastOfTheDay() throws IOException {
    assertThat(open("small").status()).isEqualTo(200);
    assertThat(open("small").status()).isEqualTo(200);

    Answer refused = open("small");

    assertThat(refused.status()).isEqualTo(429);
    assertThat(OpeningTest.reason(refused)).isEqualTo("rateLimitExceeded");
    assertThat(refused.body())
        .contains(
            "Video Uploads per day",
            "\"quota_unit\":\"1/d/{project}\"",
            "\"quota_limit\":\"defaultVideoInsertPerDayPerProject\"",
            "\"quota_limit_value\":\"2\"");
    assertThat(youtube.quotaUsed("small", Bucket.UPLOADS)).isEqualTo(2);
    assertThat(youtube.quotaUsed("small", Bucket.SHARED)).isZero();
    assertThat(youtube.sessions()).hasSize(2);
  }

  @Test
  void givesThePlainPoolSixUploads() throws IOException {
    for (int i = 0; i < 6; i++) {
      assertThat(open("pool").status()).isEqualTo(200);
    }

    Answer refused = open("pool");

    assertThat(refused.status()).isEqualTo(403);
    assertThat(OpeningTest.reason(refused)).isEqualTo("quotaExceeded");
    assertThat(youtube.quotaUsed("pool", Bucket.SHARED)).isEqualTo(9600);
    assertThat(list("pool").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T07:59:59Z, 2026-11-22T08:00:00Z",
    "2026-07-01T06:59:59Z, 2026-07-01T07:00:00Z",
    "2026-03-08T07:59:59Z, 2026-03-08T08:00:00Z",
    "2026-03-09T06:59:59Z, 2026-03-09T07:00:00Z",
    "2026-11-02T07:59:59Z, 2026-11-02T08:00:00Z"
  })
  void beginsTheDayAtMidnightPacificTime(String before, String after) throws IOException {
    clock.set(before);
    youtube.spendQuota("small", Bucket.UPLOADS, 2);
    assertThat(open("small").status()).isEqualTo(429);

    clock.set(after);
    assertThat(open("small").status()).isEqualTo(200);
    assertThat(youtube.quotaUsed("small", Bucket.UPLOADS)).isEqualTo(1);
  }

  @Test
  void chargesOneForAnInvalidRequestAndNothingForAStranger() throws IOException {
    String token = youtube.issueAccessToken(youtube.grant().project("pool"));
    assertThat(RawUpload.open(youtube, token, "part=snippet", "{}", "X-Test: none").status())
        .isEqualTo(400);
    assertThat(RawUpload.open(youtube, "guess", "part=snippet", "{}", "X-Test: none").status())
        .isEqualTo(401);

    assertThat(youtube.quotaUsed("pool", Bucket.SHARED)).isEqualTo(1);
  }

  @Test
  void doesNotChargeThePuts() throws IOException {
    RawUpload upload = new RawUpload(youtube, Bytes.of(10));
    upload.ask();
    upload.putAll();

    assertThat(youtube.quotaUsed("small", Bucket.UPLOADS)).isEqualTo(1);
    assertThat(youtube.sessions().get(0).quotaCharged()).isEqualTo(1);
  }

  @Test
  void tellsTheChannelsLimitFromTheProjects() throws IOException {
    youtube.close();
    youtube =
        FakeYouTube.builder()
            .clock(clock)
            .channel("UCone")
            .channel("UCtwo")
            .channelUploadLimit(1)
            .start();
    new RawUpload(youtube, Bytes.of(10)).putAll();

    Answer refused = open("test-project");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(OpeningTest.reason(refused)).isEqualTo("uploadLimitExceeded");
    String other = youtube.issueAccessToken(youtube.grant().channel("UCtwo"));
    assertThat(
            RawUpload.open(youtube, other, "part=snippet", RawUpload.TITLED, "X-Test: none")
                .status())
        .isEqualTo(200);
    clock.advance(Duration.ofHours(24));
    assertThat(open("test-project").status()).isEqualTo(200);
  }

  @Test
  void neverOversellsToManyAtOnce() {
    long opened =
        IntStream.range(0, 16)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> statusOfOpen("pool")))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .filter(status -> status == 200)
            .count();

    assertThat(opened).isEqualTo(6);
    assertThat(youtube.quotaUsed("pool", Bucket.SHARED)).isEqualTo(9600);
  }

  @Test
  void refusesReadingWhenTheSharedBucketIsEmptyButStillUploads() throws IOException {
    youtube.spendQuota("small", Bucket.SHARED, 9_999);

    assertThat(Stream.of(list("small"), list("small")).map(Answer::status))
        .containsExactly(200, 403);
    assertThat(open("small").status()).isEqualTo(200);
  }

  private int statusOfOpen(String project) {
    try {
      return open(project).status();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Answer open(String project) throws IOException {
    String token = youtube.issueAccessToken(youtube.grant().project(project));
    return RawUpload.open(youtube, token, "part=snippet", RawUpload.TITLED, "X-Test: none");
  }

  private Answer list(String project) throws IOException {
    String token = youtube.issueAccessToken(youtube.grant().project(project));
    String head =
        "GET /youtube/v3/channels?part=id&mine=true HTTP/1.1\nAuthorization: Bearer " + token;
    return RawClient.call(youtube, head, new byte[0]);
  }
}

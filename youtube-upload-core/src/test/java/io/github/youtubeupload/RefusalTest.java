package io.github.youtubeupload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.youtubeupload.quota.ApiCall;
import io.github.youtubeupload.quota.QuotaPolicy;
import io.github.youtubeupload.store.UploadStep;
import io.github.youtubeupload.testkit.Bucket;
import io.github.youtubeupload.testkit.FakeYouTube;
import io.github.youtubeupload.testkit.Fault;
import io.github.youtubeupload.testkit.FaultScript;
import io.github.youtubeupload.testkit.QuotaRules;
import io.github.youtubeupload.testkit.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalTest {
  @TempDir private static Path folder;
  private static Path video;

  @BeforeAll
  static void makeVideo() throws IOException {
    video = TestVideos.make(folder, 100_000);
  }

  @ParameterizedTest
  @MethodSource("dailyRefusals")
  void stopsEveryClientUntilTheResetWhenGoogleSaysEmpty(Fault refusal) {
    try (Rig rig = new Rig().script(FaultScript.none().on(Step.OPEN, refusal));
        UploadClient client = rig.client();
        UploadClient otherNode = rig.client()) {
      QuotaExhaustedException thrown =
          catchThrowableOfType(
              QuotaExhaustedException.class, () -> client.upload(Rig.request(video).build()));

      assertThat(thrown.retryAt()).isAfter(Instant.now()).isBefore(Instant.now().plus(DAY));
      assertThat(otherNode.quota().canUpload()).isFalse();
      assertThat(otherNode.quota().resetsAt()).isEqualTo(thrown.retryAt());
      assertThatThrownBy(() -> otherNode.upload(Rig.request(video).build()))
          .isInstanceOf(QuotaExhaustedException.class);
      assertThat(rig.server.requests()).hasSize(1);
    }
  }

  private static final Duration DAY = Duration.ofHours(25);

  static Stream<Fault> dailyRefusals() {
    return Stream.of(
        Fault.dailyQuota429(),
        Fault.quota403(),
        Fault.status(403)
            .body(
                "application/json",
                "{\"error\":{\"errors\":[{\"domain\":\"usageLimits\","
                    + "\"reason\":\"dailyLimitExceeded\"}],\"code\":403}}"));
  }

  @Test
  void refusesBeforeAnythingIsSentWhenTheLedgerIsFull() {
    QuotaPolicy two = QuotaPolicy.google().withLimit(QuotaPolicy.UPLOADS, 2);
    try (Rig rig = new Rig();
        UploadClient client = rig.client(b -> b.quotaPolicy(two))) {
      assertThat(client.quota().uploadsRemaining()).isEqualTo(2);
      client.upload(Rig.request(video).build());
      client.upload(Rig.request(video).build());
      assertThat(client.quota().canUpload()).isFalse();

      assertThatThrownBy(() -> client.upload(Rig.request(video).build()))
          .isInstanceOf(QuotaExhaustedException.class)
          .hasMessageContaining("2 of 2");
      assertThat(rig.server.requests()).filteredOn(r -> r.step() == Step.OPEN).hasSize(2);
    }
  }

  @Test
  void countsAsGoogleDoes() {
    FakeYouTube server =
        FakeYouTube.builder().project("test-project", QuotaRules.plainPool()).start();
    try (Rig rig = Rig.with(server);
        UploadClient client = rig.client(b -> b.quotaPolicy(QuotaPolicy.plainPool()))) {
      UploadResult result = client.upload(Rig.request(video).build());

      assertThat(result.quotaCharged()).isEqualTo(1600);
      assertThat(server.quotaUsed("test-project", Bucket.SHARED)).isEqualTo(1600);
      assertThat(client.quota().uploadsRemaining()).isEqualTo(5);
      assertThat(QuotaPolicy.plainPool().charge(ApiCall.VIDEOS_INSERT).units()).isEqualTo(1600);
    }
  }

  @Test
  void goesOnByItselfAfterTheReset() {
    AdvancingTime time = new AdvancingTime(Instant.parse("2026-11-22T07:59:58Z"));
    try (Rig rig = new Rig()) {
      rig.ledgerAt(time);
      QuotaPolicy one = QuotaPolicy.google().withLimit(QuotaPolicy.UPLOADS, 1);
      try (UploadClient client =
          rig.client(b -> b.quotaPolicy(one).waitForQuota(true).timing(time))) {
        client.upload(Rig.request(video).build());
        Upload waiting = client.submit(Rig.request(video).build());
        rig.awaitState(waiting, UploadState.SUSPENDED);
        time.advance(Duration.ofSeconds(5));

        assertThat(waiting.result().join().videoId()).isNotEmpty();
        assertThat(rig.server.videos()).hasSize(2);
      }
    }
  }

  @Test
  void canBeCancelledWhileItWaitsForTheReset() {
    QuotaPolicy none = QuotaPolicy.google().withLimit(QuotaPolicy.UPLOADS, 0);
    try (Rig rig = new Rig();
        UploadClient client = rig.client(b -> b.quotaPolicy(none).waitForQuota(true))) {
      Upload waiting = client.submit(Rig.request(video).build());
      rig.awaitState(waiting, UploadState.SUSPENDED);
      assertThat(client.find(waiting.id()).orElseThrow().failure()).contains("try again after");
      waiting.cancel();

      assertThatThrownBy(() -> waiting.result().join())
          .hasCauseInstanceOf(UploadCancelledException.class);
    }
  }

  @Test
  void tellsTheChannelsLimitFromTheProjectsQuota() {
    FakeYouTube server = FakeYouTube.builder().channelUploadLimit(0).start();
    try (Rig rig = Rig.with(server);
        UploadClient client = rig.client()) {
      assertThatThrownBy(() -> client.upload(Rig.request(video).build()))
          .isInstanceOf(ChannelLimitException.class)
          .hasMessageContaining("another channel");
      assertThat(client.quota().canUpload()).isTrue();
    }
  }

  @Test
  void namesTheFieldThatOnlyYouTubeCouldRefuse() {
    Fault refusal =
        Fault.status(400)
            .body(
                "application/json",
                "{\"error\":{\"errors\":[{\"domain\":\"youtube.video\",\"message\":\"bad\","
                    + "\"reason\":\"invalidCategoryId\",\"location\":\"body.snippet.categoryId\"}],"
                    + "\"code\":400,\"message\":\"The category id is invalid\"}}");
    try (Rig rig = new Rig().script(FaultScript.none().always(Step.OPEN, refusal));
        UploadClient client = rig.client()) {
      RejectedException thrown =
          catchThrowableOfType(
              RejectedException.class, () -> client.upload(Rig.request(video).id("job").build()));

      assertThat(thrown.violations())
          .singleElement()
          .satisfies(
              v -> {
                assertThat(v.field()).isEqualTo("body.snippet.categoryId");
                assertThat(v.reason()).isEqualTo("invalidCategoryId");
              });
      assertThat(client.find("job").orElseThrow().step()).isEqualTo(UploadStep.FAILED);
      assertThat(rig.server.requests()).hasSize(1);
    }
  }

  @Test
  void suspendsWhenYouTubeStaysAwayAndRemembersWhy() {
    try (Rig rig = new Rig().script(FaultScript.none().always(Step.ANY, Fault.status(503)));
        UploadClient client = rig.client()) {
      UploadSuspendedException thrown =
          catchThrowableOfType(
              UploadSuspendedException.class,
              () -> client.upload(Rig.request(video).id("job").build()));

      assertThat(thrown).hasMessageContaining("12 openings").hasMessageContaining("HTTP 503");
      assertThat(thrown.getSuppressed()).isNotEmpty();
      rig.server.script(FaultScript.none());
      rig.assertOneVideo(client.resume("job").result().join(), video);
    }
  }

  @Test
  void suspendsAnUploadThatIsSlowWhenItsDeadlineIsReached() {
    RetryPolicy hasty =
        new RetryPolicy(5, Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofMillis(300));
    FaultScript slow = FaultScript.none().always(Step.SEND, Fault.trickle(10_000));
    try (Rig rig = new Rig().script(slow);
        UploadClient client =
            rig.client(b -> b.retryPolicy(hasty).finalAnswerTimeout(Duration.ofMinutes(5)))) {
      assertThatThrownBy(() -> client.upload(Rig.request(video).id("job").build()))
          .isInstanceOf(UploadSuspendedException.class)
          .hasMessageContaining("deadline");
      rig.server.script(FaultScript.none());
      rig.assertOneVideo(client.resume("job").result().join(), video);
    }
  }

  @Test
  void goesOnForAsLongAsEveryAttemptGainsAByte() throws IOException {
    Path large = TestVideos.make(folder, 3_000_000);
    RetryPolicy three =
        new RetryPolicy(3, Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofMinutes(5));
    FaultScript cuts = FaultScript.none();
    for (int put = 1; put <= 8; put++) {
      cuts = cuts.on(Step.SEND, put, Fault.cutAfter(300_000));
    }
    try (Rig rig = new Rig().script(cuts);
        UploadClient client = rig.client(b -> b.retryPolicy(three))) {
      rig.assertOneVideo(client.upload(Rig.request(large).build()), large);
    }
  }

  @Test
  void doesNotSendForEverToAServerThatKeepsNothing() {
    FaultScript keepsNothing = FaultScript.none().always(Step.SEND, Fault.keepOnlyAndAnswer(0));
    try (Rig rig = new Rig().script(keepsNothing);
        UploadClient client = rig.client()) {
      assertThatThrownBy(() -> client.upload(Rig.request(video).build()))
          .isInstanceOf(UploadSuspendedException.class)
          .hasMessageContaining("No byte was kept");
      assertThat(rig.server.requests()).filteredOn(r -> r.step() == Step.SEND).hasSize(12);
    }
  }

  @Test
  void waitsAsLongAsTheServerAsks() {
    AdvancingTime time = new AdvancingTime(Instant.now());
    FaultScript script = FaultScript.none().on(Step.OPEN, Fault.status(503, 1));
    try (Rig rig = new Rig().script(script);
        UploadClient client = rig.client(b -> b.timing(time))) {
      long before = System.nanoTime();
      client.upload(Rig.request(video).build());

      assertThat(Duration.ofNanos(System.nanoTime() - before))
          .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }
  }
}

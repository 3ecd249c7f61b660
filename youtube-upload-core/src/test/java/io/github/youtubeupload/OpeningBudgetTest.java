package io.github.youtubeupload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.LowLevelHttpRequest;
import io.github.youtubeupload.testkit.Fault;
import io.github.youtubeupload.testkit.FaultScript;
import io.github.youtubeupload.testkit.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tries that cost quota have a budget of their own, and what was not used is not lost. */
class OpeningBudgetTest {
  private static final int CHUNK = 262_144;

  @TempDir private static Path folder;
  private static Path video;

  @BeforeAll
  static void makeVideo() throws IOException {
    video = TestVideos.make(folder, 10 * CHUNK);
  }

  @Test
  void anOutageAtTheOpeningCostsThreeUnits() {
    try (Rig rig = new Rig().script(FaultScript.none().always(Step.OPEN, Fault.status(503)));
        UploadClient client = rig.client(b -> b.retryPolicy(Rig.QUICK.withMaxOpenings(3)))) {
      assertThatThrownBy(() -> client.upload(Rig.request(video).build()))
          .isInstanceOf(UploadSuspendedException.class)
          .hasMessageContaining("3 openings");
      assertThat(rig.server.requests()).hasSize(3);
      assertThat(rig.spent()).isEqualTo(3);
    }
  }

  @Test
  void sessionsThatAreLostCountToo() {
    FaultScript always = FaultScript.none().always(Step.SEND, Fault.sessionGone(404));
    try (Rig rig = new Rig().script(always);
        UploadClient client =
            rig.client(b -> b.retryPolicy(Rig.QUICK.withMaxOpenings(2)).chunkBytes(CHUNK))) {
      assertThatThrownBy(() -> client.upload(Rig.request(video).build()))
          .isInstanceOf(UploadSuspendedException.class)
          .hasMessageContaining("2 sessions");
      assertThat(rig.spent()).isEqualTo(2);
    }
  }

  @Test
  void whatTheNextSessionGainsCountsFromItsOwnBeginning() {
    FaultScript script = FaultScript.none().on(Step.SEND, 9, Fault.sessionGone(404));
    for (int failing = 10; failing < 26; failing += 2) {
      script = script.on(Step.SEND, failing, Fault.status(503));
    }
    RetryPolicy three =
        new RetryPolicy(3, Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMinutes(2));
    try (Rig rig = new Rig().script(script);
        UploadClient client = rig.client(b -> b.retryPolicy(three).chunkBytes(CHUNK))) {
      rig.assertOneVideo(client.upload(Rig.request(video).build()), video);
    }
  }

  @Test
  void aTransportThatFailsBeforeItSendsLosesNoUnit() {
    HttpTransport broken =
        new HttpTransport() {
          @Override
          protected LowLevelHttpRequest buildRequest(String method, String url) {
            throw new IllegalArgumentException("of the test");
          }
        };
    try (Rig rig = new Rig();
        UploadClient client = rig.client(b -> b.transport(broken))) {
      assertThatThrownBy(() -> client.upload(Rig.request(video).build()))
          .isInstanceOf(UploadSuspendedException.class);
      assertThat(rig.spent()).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("senseless")
  void durationsThatNoClockCanCountAreRefused(String field, Runnable use) {
    assertThatIllegalArgumentException().isThrownBy(use::run).withMessageContaining(field);
  }

  static Stream<Object[]> senseless() {
    Duration forEver = Duration.ofSeconds(Long.MAX_VALUE);
    Duration month = Duration.ofDays(30);
    Duration nothing = Duration.ofNanos(1);
    return Stream.of(
        new Object[] {"connectTimeout", use(b -> b.connectTimeout(month))},
        new Object[] {"connectTimeout", use(b -> b.connectTimeout(nothing))},
        new Object[] {"answerTimeout", use(b -> b.answerTimeout(month))},
        new Object[] {"finalAnswerTimeout", use(b -> b.finalAnswerTimeout(forEver))},
        new Object[] {"stallTimeout", use(b -> b.stallTimeout(forEver))},
        new Object[] {"deadline", use(b -> b.retryPolicy(policy(Duration.ofSeconds(1), forEver)))},
        new Object[] {"firstDelay", use(b -> b.retryPolicy(policy(month, Duration.ofDays(1))))});
  }

  private static Runnable use(Consumer<UploadClientBuilder> option) {
    return () -> option.accept(UploadClient.builder());
  }

  private static RetryPolicy policy(Duration first, Duration deadline) {
    return new RetryPolicy(2, first, Duration.ofSeconds(2), deadline);
  }
}

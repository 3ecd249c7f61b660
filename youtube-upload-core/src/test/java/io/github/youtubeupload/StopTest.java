package io.github.youtubeupload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.youtubeupload.metadata.VideoMetadata;
import io.github.youtubeupload.source.PreparedSource;
import io.github.youtubeupload.source.SourceContext;
import io.github.youtubeupload.source.VideoSource;
import io.github.youtubeupload.store.UploadStep;
import io.github.youtubeupload.testkit.FakeYouTube;
import io.github.youtubeupload.testkit.Fault;
import io.github.youtubeupload.testkit.FaultScript;
import io.github.youtubeupload.testkit.Step;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Cancel, pause, close and interrupt, while the upload is blocked in each of the places it can be.
 * Time is the subject here, so these tests run one after the other.
 */
@Execution(ExecutionMode.SAME_THREAD)
class StopTest {
  /** The promise is 100 ms; a loaded machine that runs other tests gets some more. */
  private static final Duration PROMPT = Duration.ofSeconds(1);

  /** Whatever ends these uploads, it is not a timeout. */
  private static final Duration NEVER = Duration.ofMinutes(10);

  @TempDir private static Path folder;
  private static Path video;

  enum Place {
    OPENING(FaultScript.none().always(Step.OPEN, Fault.stall(0)), UploadState.STARTING),
    WRITING(FaultScript.none().always(Step.SEND, Fault.stall(1000)), UploadState.UPLOADING),
    FINAL_ANSWER(
        FaultScript.none().always(Step.SEND, Fault.slowFinalAnswer(NEVER)), UploadState.FINALIZING),
    BACKING_OFF(
        FaultScript.none().always(Step.OPEN, Fault.status(503, 3600)), UploadState.STARTING);

    final FaultScript script;
    final UploadState state;

    Place(FaultScript script, UploadState state) {
      this.script = script;
      this.state = state;
    }
  }

  @BeforeAll
  static void makeVideo() throws IOException {
    video = TestVideos.make(folder, 30_000_000);
  }

  @ParameterizedTest
  @EnumSource(Place.class)
  void cancelsAtOnce(Place place) throws Exception {
    try (Blocked blocked = new Blocked(place, false)) {
      long before = System.nanoTime();
      blocked.upload.cancel();

      assertThat(failureOf(blocked.upload)).isInstanceOf(UploadCancelledException.class);
      assertPrompt(before);
      assertThat(blocked.upload.progress().state()).isEqualTo(UploadState.CANCELLED);
      assertThat(blocked.client.find("job").orElseThrow().step())
          .isEqualTo(
              place == Place.FINAL_ANSWER ? UploadStep.CANCELLED_LATE : UploadStep.CANCELLED);
      assertThat(blocked.client.running()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Place.class)
  void cancelsAtOnceOverTls(Place place) throws Exception {
    try (Blocked blocked = new Blocked(place, true)) {
      long before = System.nanoTime();
      blocked.upload.cancel();

      assertThat(failureOf(blocked.upload)).isInstanceOf(UploadCancelledException.class);
      assertPrompt(before);
    }
  }

  @ParameterizedTest
  @EnumSource(Place.class)
  void closesAtOnceAndLosesNothing(Place place) throws Exception {
    try (Blocked blocked = new Blocked(place, true)) {
      long before = System.nanoTime();
      blocked.client.close();

      assertPrompt(before);
      assertThat(failureOf(blocked.upload)).isInstanceOf(UploadSuspendedException.class);
      blocked.server.script(FaultScript.none());
      blocked.assertResumes();
    }
  }

  @ParameterizedTest
  @EnumSource(Place.class)
  void pausesAtOnceAndGoesOn(Place place) throws Exception {
    try (Blocked blocked = new Blocked(place, false)) {
      blocked.upload.pause();

      assertThat(failureOf(blocked.upload)).isInstanceOf(UploadSuspendedException.class);
      assertThat(blocked.upload.progress().state()).isEqualTo(UploadState.SUSPENDED);
      blocked.server.script(FaultScript.none());
      blocked.assertResumes();
    }
  }

  @Test
  void honoursAnInterrupt() throws Exception {
    try (Rig rig = new Rig().script(Place.WRITING.script);
        UploadClient client = rig.client(b -> b.stallTimeout(NEVER))) {
      CountDownLatch sending = new CountDownLatch(1);
      UploadRequest request =
          Rig.request(video)
              .id("job")
              .listener(
                  p -> {
                    if (p.state() == UploadState.UPLOADING) {
                      sending.countDown();
                    }
                  })
              .build();
      UploadCaller caller = new UploadCaller(client, request);
      caller.start();
      assertThat(sending.await(20, TimeUnit.SECONDS)).isTrue();

      caller.interrupt();
      caller.join(PROMPT.toMillis() * 20);

      assertThat(caller.thrown).isInstanceOf(UploadSuspendedException.class);
      assertThat(caller.leftInterrupted).isTrue();
    }
  }

  @Test
  void cancelsWhatWaitsForAPlace() throws Exception {
    try (Rig rig = new Rig().script(Place.WRITING.script);
        UploadClient client = rig.client(b -> b.stallTimeout(NEVER).maxConcurrentUploads(1))) {
      client.submit(Rig.request(video).id("first").build());
      Upload second = client.submit(Rig.request(video).id("second").build());

      second.cancel();

      assertThat(failureOf(second)).isInstanceOf(UploadCancelledException.class);
      assertThat(client.find("second").orElseThrow().step()).isEqualTo(UploadStep.CANCELLED);
    }
  }

  @Test
  void suspendsWhatWaitsForAPlaceWhenTheClientIsClosed() {
    try (Rig rig = new Rig().script(Place.WRITING.script)) {
      UploadClient client = rig.client(b -> b.stallTimeout(NEVER).maxConcurrentUploads(1));
      client.submit(Rig.request(video).id("first").build());
      Upload second = client.submit(Rig.request(video).id("second").build());

      client.close();

      assertThat(second.result()).isDone();
      assertThat(failureOf(second)).isInstanceOf(UploadSuspendedException.class);
      assertThat(client.find("second").orElseThrow().step()).isEqualTo(UploadStep.ACCEPTED);
    }
  }

  @Test
  void cancelsWhileTheSourceGetsReady() throws Exception {
    CountDownLatch preparing = new CountDownLatch(1);
    VideoSource slow = new NeverReady(preparing);
    try (Rig rig = new Rig();
        UploadClient client = rig.client()) {
      Upload upload =
          client.submit(
              UploadRequest.builder()
                  .source(slow)
                  .metadata(VideoMetadata.builder().title("t").build())
                  .build());
      assertThat(preparing.await(20, TimeUnit.SECONDS)).isTrue();
      upload.cancel();

      assertThat(failureOf(upload)).isInstanceOf(UploadCancelledException.class);
      assertThat(rig.ledger.entries("default")).isEmpty();
    }
  }

  @Test
  void doesNothingToWhatHasEnded() throws Exception {
    try (Rig rig = new Rig();
        UploadClient client = rig.client()) {
      Upload upload = client.submit(Rig.request(video).build());
      UploadResult result = upload.result().get(60, TimeUnit.SECONDS);
      upload.cancel();
      upload.pause();

      assertThat(upload.result().join()).isEqualTo(result);
      assertThat(upload.progress().state()).isEqualTo(UploadState.COMPLETED);
      assertThat(client.cancel(upload.id())).isFalse();
      assertThat(client.pause(upload.id())).isFalse();
    }
  }

  private static void assertPrompt(long before) {
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(PROMPT);
  }

  private static Throwable failureOf(Upload upload) {
    try {
      return new AssertionError(
          "completed: " + upload.result().orTimeout(30, TimeUnit.SECONDS).join());
    } catch (CompletionException e) {
      return e.getCause();
    }
  }

  /** An upload that is blocked in one place. */
  private static final class Blocked implements AutoCloseable {
    final Server server;
    final UploadClient client;
    final Upload upload;
    private final Rig rig;

    Blocked(Place place, boolean tls) throws InterruptedException {
      FakeYouTube fake =
          tls
              ? FakeYouTube.builder().tls().receiveBuffer(64 * 1024).start()
              : FakeYouTube.builder().receiveBuffer(64 * 1024).start();
      server = new Server(fake);
      rig = Rig.with(fake).script(place.script);
      client = newClient(tls);
      CountDownLatch there = new CountDownLatch(1);
      upload =
          client.submit(
              Rig.request(video)
                  .id("job")
                  .listener(
                      p -> {
                        if (p.state() == place.state
                            && (p.attempt() > 1 || place != Place.BACKING_OFF)) {
                          there.countDown();
                        }
                      })
                  .build());
      assertThat(there.await(30, TimeUnit.SECONDS)).isTrue();
      server.awaitBlocked(place);
    }

    private UploadClient newClient(boolean tls) {
      return rig.client(
          b ->
              (tls ? b.sslSocketFactory(rig.server.trustingSslContext().getSocketFactory()) : b)
                  .stallTimeout(NEVER)
                  .answerTimeout(NEVER)
                  .finalAnswerTimeout(NEVER)
                  .retryPolicy(
                      new RetryPolicy(100, Duration.ofMillis(1), NEVER, Duration.ofDays(1))));
    }

    void assertResumes() {
      try (UploadClient next = newClient(server.fake().rootUrl().startsWith("https"))) {
        UploadResult result = next.resume("job").result().orTimeout(60, TimeUnit.SECONDS).join();
        rig.assertOneVideo(result, video);
      }
    }

    @Override
    public void close() {
      client.close();
      rig.close();
    }
  }

  private record NeverReady(CountDownLatch preparing) implements VideoSource {
    @Override
    public PreparedSource prepare(SourceContext context) throws IOException {
      preparing.countDown();
      try {
        new CountDownLatch(1).await();
        throw new AssertionError("unreachable");
      } catch (InterruptedException e) {
        throw new InterruptedIOException("stopped");
      }
    }
  }
}

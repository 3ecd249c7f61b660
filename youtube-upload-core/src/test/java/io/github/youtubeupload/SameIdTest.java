package io.github.youtubeupload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.youtubeupload.metadata.Privacy;
import io.github.youtubeupload.metadata.VideoMetadata;
import io.github.youtubeupload.source.TestContent;
import io.github.youtubeupload.source.VideoSource;
import io.github.youtubeupload.store.UploadStep;
import io.github.youtubeupload.store.UploadStore;
import io.github.youtubeupload.testkit.Fault;
import io.github.youtubeupload.testkit.FaultScript;
import io.github.youtubeupload.testkit.Step;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SameIdTest {
  private static final FaultScript STUCK = FaultScript.none().always(Step.SEND, Fault.stall(1));
  private static final Duration LONG = Duration.ofMinutes(5);

  @TempDir private Path folder;
  private Path video;
  private UploadRequest request;

  @BeforeEach
  void makeVideo() throws IOException {
    video = TestVideos.make(folder, 2_000_000);
    request = Rig.request(video).id("job").build();
  }

  @Test
  void joinsTheRunningUpload() {
    try (Rig rig = new Rig().script(STUCK);
        UploadClient client = rig.client(b -> b.answerTimeout(LONG).finalAnswerTimeout(LONG))) {
      Upload first = client.submit(request);
      Upload second = client.submit(request);
      rig.server.script(FaultScript.none());
      first.pause();

      assertThatThrownBy(() -> second.result().join())
          .hasCauseInstanceOf(UploadSuspendedException.class);
      rig.assertOneVideo(client.upload(request), video);
    }
  }

  @Test
  void joinsAnUploadThatAnotherThreadIsJustStarting() throws Exception {
    int threads = 4;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try (Rig rig = new Rig();
        UploadClient client = rig.client(b -> b.uploadStore(UploadStore.directory(folder)))) {
      for (int round = 0; round < 20; round++) {
        UploadRequest same = Rig.request(video).id("job-" + round).build();
        CyclicBarrier together = new CyclicBarrier(threads);
        Callable<String> submit =
            () -> {
              together.await();
              return client.upload(same).videoId();
            };

        Set<String> videos = new HashSet<>();
        for (Future<String> each : pool.invokeAll(Collections.nCopies(threads, submit))) {
          videos.add(each.get());
        }
        assertThat(videos).hasSize(1);
      }
      assertThat(rig.server.videos()).hasSize(20);
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void givesTheResultOfACompletedOneWithoutASingleRequest() {
    try (Rig rig = new Rig();
        UploadClient client = rig.client()) {
      UploadResult first = client.upload(request);
      long requests = rig.server.requestCount();
      UploadResult again = client.upload(request);

      assertThat(again.videoId()).isEqualTo(first.videoId());
      assertThat(again.bytes()).isEqualTo(first.bytes());
      assertThat(again.quotaCharged()).isEqualTo(1);
      assertThat(rig.server.requestCount()).isEqualTo(requests);
    }
  }

  @Test
  void refusesAnotherRequestUnderTheSameId() {
    try (Rig rig = new Rig();
        UploadClient client = rig.client()) {
      client.upload(request);
      UploadRequest other =
          Rig.request(video)
              .id("job")
              .metadata(VideoMetadata.builder().title("Other").build())
              .build();

      assertThatThrownBy(() -> client.submit(other))
          .isInstanceOf(ConflictException.class)
          .hasMessageContaining("another request");
    }
  }

  @Test
  void refusesAnUploadThatAnotherClientDrives() {
    try (Rig rig = new Rig().script(STUCK);
        UploadClient client = rig.client(b -> b.finalAnswerTimeout(LONG));
        UploadClient other = rig.client()) {
      client.submit(request);

      assertThatThrownBy(() -> other.submit(request))
          .isInstanceOf(ConflictException.class)
          .hasMessageContaining("another client");
      assertThatThrownBy(() -> other.resume("job")).isInstanceOf(ConflictException.class);
      assertThat(other.resumeAll(Resumption.DEFAULT)).isEmpty();
    }
  }

  @Test
  void doesNotBringACancelledOneBack() {
    try (Rig rig = new Rig().script(STUCK);
        UploadClient client = rig.client(b -> b.finalAnswerTimeout(LONG))) {
      Upload upload = client.submit(request);
      upload.cancel();
      assertThatThrownBy(() -> upload.result().join()).isNotNull();

      assertThatThrownBy(() -> client.submit(request)).isInstanceOf(UploadCancelledException.class);
      assertThatThrownBy(() -> client.resume("job")).isInstanceOf(UploadCancelledException.class);
    }
  }

  @Test
  void cancelsAStoppedOne() {
    try (Rig rig = new Rig().script(FaultScript.none().always(Step.SEND, Fault.status(503)));
        UploadClient client = rig.client()) {
      assertThatThrownBy(() -> client.upload(request)).isInstanceOf(UploadSuspendedException.class);

      assertThat(client.cancel("job")).isTrue();
      assertThat(client.cancel("job")).isFalse();
      assertThat(client.find("job").orElseThrow().step())
          .isIn(UploadStep.CANCELLED, UploadStep.CANCELLED_LATE);
    }
  }

  @Test
  void startsAFailedOneAnewWithAnotherReservation() throws IOException {
    Path broken = Files.writeString(folder.resolve("later.mp4"), "<html>not ready</html>");
    UploadRequest early = Rig.request(broken).id("early").build();
    try (Rig rig = new Rig();
        UploadClient client = rig.client()) {
      assertThatThrownBy(() -> client.upload(early)).isInstanceOf(SourceException.class);
      Files.copy(video, broken, StandardCopyOption.REPLACE_EXISTING);

      rig.assertOneVideo(client.upload(early), broken);
    }
  }

  @Test
  void resumesWhatAnEarlierClientLeft() {
    FaultScript script = FaultScript.none().on(Step.SEND, 3, Fault.unauthorized());
    try (Rig rig = new Rig().script(script)) {
      try (UploadClient first = rig.client(b -> b.chunkBytes(262_144))) {
        assertThatThrownBy(() -> first.upload(request)).isInstanceOf(AuthorizationException.class);
      }
      try (UploadClient second = rig.client()) {
        List<Upload> resumed = second.resumeAll(Resumption.DEFAULT);

        UploadResult result = resumed.get(0).result().join();
        rig.assertOneVideo(result, video);
        assertThat(result.bytesSent()).isEqualTo(2_000_000 - 2 * 262_144);
      }
    }
  }

  @Test
  void neverGoesOnWithAnotherContentAndStartsAfreshOnlyWhenAsked() throws IOException {
    FaultScript script = FaultScript.none().on(Step.SEND, 3, Fault.unauthorized());
    try (Rig rig = new Rig().script(script);
        UploadClient client = rig.client(b -> b.chunkBytes(262_144))) {
      assertThatThrownBy(() -> client.upload(request)).isInstanceOf(AuthorizationException.class);
      Files.write(video, new byte[] {7}, StandardOpenOption.APPEND);

      assertThatThrownBy(() -> client.resume("job").result().join())
          .hasCauseInstanceOf(SourceException.class)
          .hasMessageContaining("not the file this upload began with");
      assertThat(rig.server.videos()).isEmpty();

      UploadResult result = client.upload(request);
      rig.assertOneVideo(result, video);
      assertThat(result.quotaCharged()).isEqualTo(2);
    }
  }

  @Test
  void isNotChargedForWhatNeverReachedYouTube() {
    URI nobody = URI.create("http://127.0.0.1:" + FreePort.next());
    try (Rig rig = new Rig()) {
      try (UploadClient offline = rig.client(b -> b.endpoint(nobody))) {
        assertThatThrownBy(() -> offline.upload(request))
            .isInstanceOf(UploadSuspendedException.class);
      }
      assertThat(rig.spent()).isZero();

      try (UploadClient client = rig.client()) {
        UploadResult result = client.resume("job").result().join();
        rig.assertOneVideo(result, video);
        assertThat(result.quotaCharged()).isEqualTo(1);
      }
    }
  }

  @Test
  void givesTheResultAlsoWhenTheTimeToPublishHasPassed() {
    AdvancingTime time = new AdvancingTime(Instant.parse("2026-11-22T12:00:00Z"));
    VideoMetadata scheduled = publishedInAnHour(time);
    UploadRequest job = Rig.request(video).id("job").metadata(scheduled).build();
    try (Rig rig = new Rig();
        UploadClient client = rig.client(b -> b.timing(time))) {
      UploadResult first = client.upload(job);
      time.advance(Duration.ofHours(2));

      assertThat(client.upload(job).videoId()).isEqualTo(first.videoId());
      assertThatThrownBy(() -> client.submit(Rig.request(video).metadata(scheduled).build()))
          .isInstanceOf(RejectedException.class);
    }
  }

  @Test
  void joinsALiveUploadWhoseTimeToPublishHasPassed() {
    AdvancingTime time = new AdvancingTime(Instant.parse("2026-11-22T12:00:00Z"));
    VideoMetadata scheduled = publishedInAnHour(time);
    byte[] bytes = TestContent.video(1000);
    Supplier<UploadRequest> live =
        () ->
            UploadRequest.builder()
                .id("live")
                .source(VideoSource.pipe("v.mp4", new ByteArrayInputStream(bytes)))
                .metadata(scheduled)
                .build();
    try (Rig rig = new Rig().script(FaultScript.none().always(Step.OPEN, Fault.stall(0)));
        UploadClient client = rig.client(b -> b.timing(time))) {
      client.submit(live.get());
      rig.awaitStep(client, "live", UploadStep.OPENING);
      time.advance(Duration.ofHours(2));
      assertThat(client.submit(live.get()).id()).isEqualTo("live");
      assertThat(client.running()).hasSize(1);
    }
  }

  @Test
  void forgetsWhatEndedLongAgo() {
    try (Rig rig = new Rig();
        UploadClient client = rig.client()) {
      client.upload(request);

      assertThat(client.forgetEnded(Duration.ofDays(1))).isZero();
      assertThat(client.forgetEnded(Duration.ZERO)).isEqualTo(1);
      assertThat(client.list()).isEmpty();
    }
  }

  @Test
  void saysThatAnIdIsUnknown() {
    try (Rig rig = new Rig();
        UploadClient client = rig.client()) {
      assertThatIllegalArgumentException().isThrownBy(() -> client.resume("nobody"));
      assertThatIllegalArgumentException().isThrownBy(() -> client.reconcile("nobody"));
      assertThat(client.cancel("nobody")).isFalse();
      assertThat(client.find("nobody")).isEmpty();
    }
  }

  private static VideoMetadata publishedInAnHour(AdvancingTime time) {
    return VideoMetadata.builder()
        .title("Friends")
        .privacy(Privacy.PRIVATE)
        .publishAt(time.now().plus(Duration.ofHours(1)))
        .build();
  }
}

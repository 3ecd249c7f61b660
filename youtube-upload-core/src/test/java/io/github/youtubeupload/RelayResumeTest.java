package io.github.youtubeupload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.youtubeupload.metadata.VideoMetadata;
import io.github.youtubeupload.source.TestContent;
import io.github.youtubeupload.source.TestOrigin;
import io.github.youtubeupload.source.UrlSource;
import io.github.youtubeupload.source.VideoSource;
import io.github.youtubeupload.store.UploadRecord;
import io.github.youtubeupload.store.UploadStoreException;
import io.github.youtubeupload.testkit.Fault;
import io.github.youtubeupload.testkit.FaultScript;
import io.github.youtubeupload.testkit.Step;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second client that shares only the journal with the first is what a restart is. */
class RelayResumeTest {
  private static final byte[] VIDEO = TestContent.video(2_000_000);
  private static final RetryPolicy NO_PATIENCE =
      new RetryPolicy(1, Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofMinutes(1));
  @TempDir private Path folder;

  private static UploadRequest request(VideoSource source) {
    return UploadRequest.builder()
        .id("job-1")
        .source(source)
        .metadata(VideoMetadata.builder().title("Friends").build())
        .build();
  }

  private static Resumption supplying(VideoSource source) {
    return new Resumption() {
      @Override
      public Optional<VideoSource> source(UploadRecord record) {
        return Optional.of(source);
      }
    };
  }

  private static void suspendIn(Rig rig, VideoSource source) {
    rig.script(FaultScript.none().on(Step.SEND, 1, Fault.cutAfter(1_000_000)));
    try (UploadClient client = rig.client(b -> b.retryPolicy(NO_PATIENCE))) {
      assertThatThrownBy(() -> client.upload(request(source)))
          .isInstanceOf(UploadSuspendedException.class);
    }
    rig.script(FaultScript.none());
  }

  @Test
  void goesOnWithAUrlAfterARestartAndFetchesOnlyTheRest() throws IOException {
    TestContent content = new TestContent(VIDEO);
    Path file = Files.write(folder.resolve("v.mp4"), VIDEO);
    try (TestOrigin origin = new TestOrigin(content);
        Rig rig = new Rig()) {
      UrlSource source = origin.source("/v.mp4?sig=one").build();
      suspendIn(rig, source);
      int before = origin.requests().size();
      try (UploadClient client = rig.client()) {
        UploadResult result =
            client
                .resume("job-1", supplying(origin.source("/v.mp4?sig=two").build()))
                .result()
                .join();
        rig.assertOneVideo(result, file);
      }
      TestOrigin.Request last = origin.requests().get(origin.requests().size() - 1);
      assertThat(origin.requests().size()).isGreaterThan(before);
      assertThat(last.from()).isPositive();
      assertThat(last.target()).endsWith("sig=two");
    }
  }

  @Test
  void refusesToGoOnWithAUrlWhoseContentChanged() {
    TestContent content = new TestContent(VIDEO);
    try (TestOrigin origin = new TestOrigin(content);
        Rig rig = new Rig()) {
      UrlSource source = origin.source("/v.mp4").build();
      suspendIn(rig, source);
      content.tag = "ETag: \"v2\"";
      try (UploadClient client = rig.client()) {
        assertThatThrownBy(() -> client.upload(request(source)))
            .isInstanceOf(SourceException.class)
            .hasMessageContaining("is not the content this upload began with");
      }
      assertThat(rig.server.videos()).isEmpty();
    }
  }

  @Test
  void suspendsWhileTheOriginIsAwayAndGoesOnWhenItIsBack() throws IOException {
    TestContent content = new TestContent(VIDEO);
    Path file = Files.write(folder.resolve("v.mp4"), VIDEO);
    CountDownLatch away = new CountDownLatch(1);
    try (TestOrigin origin =
            new TestOrigin(
                (request, out) -> {
                  if (request.number() > 1 && away.getCount() > 0) {
                    throw new IOException("away");
                  }
                  content.answer(request, out);
                });
        Rig rig = new Rig();
        UploadClient client = rig.client()) {
      content.cuts.add(700_000L);
      VideoSource source = origin.source("/v.mp4").attempts(3).build();
      assertThatThrownBy(() -> client.upload(request(source)))
          .isInstanceOf(UploadSuspendedException.class)
          .hasMessageContaining("the source cannot be read");
      away.countDown();
      rig.assertOneVideo(client.upload(request(source)), file);
    }
  }

  @Test
  void aPipeEndsWithItsProcessAndItsRequestBeginsAnew() throws Exception {
    Path file = Files.write(folder.resolve("v.mp4"), VIDEO);
    CrashPoints crash =
        CrashPoints.at(
            "before save FAILED",
            () -> {
              throw new UploadStoreException("the process died here", null);
            });
    try (Rig rig = new Rig()) {
      rig.script(FaultScript.none().on(Step.SEND, 2, Fault.cutAfter(1_000)));
      try (UploadClient client =
          rig.client(
              b ->
                  b.retryPolicy(NO_PATIENCE)
                      .chunkBytes(262_144)
                      .uploadStore(crash.around(rig.journal)))) {
        VideoSource pipe = VideoSource.pipe("v.mp4", new ByteArrayInputStream(VIDEO));
        assertThatThrownBy(() -> client.upload(request(pipe))).isInstanceOf(SourceException.class);
      }
      try (UploadClient client = rig.client()) {
        assertThatThrownBy(() -> client.resume("job-1"))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("was live and ended with its process");
        VideoSource pipe = VideoSource.pipe("v.mp4", new ByteArrayInputStream(VIDEO));
        rig.assertOneVideo(client.upload(request(pipe)), file);
      }
    }
  }

  @Test
  void doesNotOfferToResumeAPipeThatStoppedOnTheWay() {
    try (Rig rig = new Rig();
        UploadClient client = rig.client(b -> b.retryPolicy(NO_PATIENCE).chunkBytes(262_144))) {
      rig.script(FaultScript.none().on(Step.SEND, 2, Fault.cutAfter(1_000)));
      VideoSource pipe = VideoSource.pipe("v.mp4", new ByteArrayInputStream(VIDEO));
      assertThatThrownBy(() -> client.upload(request(pipe)))
          .isInstanceOf(SourceException.class)
          .hasMessageContaining("read only once")
          .hasMessageContaining("submit it anew");
      VideoSource anew = VideoSource.pipe("v.mp4", new ByteArrayInputStream(VIDEO));
      client.upload(request(anew));

      assertThat(rig.server.videos()).hasSize(1);
    }
  }
}

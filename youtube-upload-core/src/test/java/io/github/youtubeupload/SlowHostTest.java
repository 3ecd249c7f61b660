package io.github.youtubeupload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.youtubeupload.source.PreparedSource;
import io.github.youtubeupload.source.SourceContext;
import io.github.youtubeupload.source.SourceDescription;
import io.github.youtubeupload.source.VideoSource;
import io.github.youtubeupload.testkit.Fault;
import io.github.youtubeupload.testkit.FaultScript;
import io.github.youtubeupload.testkit.Step;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host's code that takes its time holds up neither who stops an upload nor other uploads. */
class SlowHostTest {
  private static final FaultScript STUCK = FaultScript.none().always(Step.SEND, Fault.stall(1));
  private static final Duration LONG = Duration.ofMinutes(5);

  @TempDir private Path folder;
  private Path video;
  private final CountDownLatch slow = new CountDownLatch(1);

  @BeforeEach
  void makeVideo() throws IOException {
    video = TestVideos.make(folder, 20_000_000);
  }

  @Test
  void aCancelDoesNotWaitForTheSourceToClose() {
    try (Rig rig = new Rig().script(STUCK);
        UploadClient client = rig.client(b -> b.stallTimeout(LONG).finalAnswerTimeout(LONG))) {
      Upload upload =
          client.submit(Rig.request(video).source(new SlowToClose(video, slow)).build());
      rig.awaitState(upload, UploadState.UPLOADING);

      upload.cancel();

      assertThatThrownBy(() -> upload.result().get(30, TimeUnit.SECONDS))
          .hasCauseInstanceOf(UploadCancelledException.class);
      assertThat(slow.getCount()).isEqualTo(1);
      slow.countDown();
    }
  }

  @Test
  void theClockGoesOnWhileASourceClosesAtItsDeadline() {
    RetryPolicy hurried =
        new RetryPolicy(100, Duration.ofMillis(1), Duration.ofMillis(4), Duration.ofSeconds(1));
    try (Rig rig = new Rig().script(STUCK);
        UploadClient client =
            rig.client(b -> b.retryPolicy(hurried).stallTimeout(LONG).finalAnswerTimeout(LONG))) {
      Upload first = client.submit(Rig.request(video).source(new SlowToClose(video, slow)).build());
      Upload second = client.submit(Rig.request(video).build());

      for (Upload each : new Upload[] {first, second}) {
        assertThatThrownBy(() -> each.result().get(60, TimeUnit.SECONDS))
            .hasCauseInstanceOf(UploadSuspendedException.class)
            .hasMessageContaining("deadline");
      }
      assertThat(slow.getCount()).isEqualTo(1);
      slow.countDown();
    }
  }

  @Test
  void aCancelDoesNotWaitForACompletion() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    try (Rig rig = new Rig();
        UploadClient client = rig.client()) {
      VideoSource growing =
          VideoSource.growing(
              video,
              () -> {
                asked.countDown();
                awaitUninterruptibly(slow);
                return true;
              });
      Upload upload = client.submit(Rig.request(video).source(growing).build());
      assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();

      upload.cancel();

      assertThatThrownBy(() -> upload.result().get(30, TimeUnit.SECONDS))
          .hasCauseInstanceOf(UploadCancelledException.class);
      assertThat(slow.getCount()).isEqualTo(1);
      slow.countDown();
    }
  }

  @Test
  void noLockIsHeldWhileAListenerHearsOfAnUploadThatCompletedBefore() throws Exception {
    try (Rig rig = new Rig();
        UploadClient client = rig.client()) {
      UploadRequest request = Rig.request(video).id("job").build();
      client.upload(request);
      ProgressListener waiting =
          progress -> {
            CompletableFuture<Upload> another =
                CompletableFuture.supplyAsync(() -> client.submit(request));
            assertThat(another.orTimeout(30, TimeUnit.SECONDS).join().id()).isEqualTo("job");
            slow.countDown();
          };

      client.submit(Rig.request(video).id("job").listener(waiting).build());

      assertThat(slow.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void noLockIsHeldWhileAListenerHearsOfProgress() throws Exception {
    AtomicReference<UploadClient> itself = new AtomicReference<>();
    ProgressListener waiting =
        progress -> {
          if (progress.state() == UploadState.UPLOADING) {
            CompletableFuture.runAsync(
                    () -> {
                      UploadClient client = itself.get();
                      client.running().forEach(upload -> upload.progress().percent());
                      client.find("job");
                      client.submit(Rig.request(video).id("job").build()).pause();
                    })
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
            slow.countDown();
          }
        };
    try (Rig rig = new Rig();
        UploadClient client = rig.client()) {
      itself.set(client);
      client.submit(Rig.request(video).id("job").listener(waiting).build());

      assertThat(slow.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aListenerCannotWaitForItsOwnClient() throws Exception {
    CompletableFuture<Throwable> told = new CompletableFuture<>();
    AtomicReference<UploadClient> itself = new AtomicReference<>();
    ProgressListener listener =
        progress -> {
          if (progress.state() == UploadState.UPLOADING) {
            try {
              itself.get().upload(Rig.request(video).build());
              told.complete(new AssertionError("it waited"));
            } catch (Throwable e) {
              told.complete(e);
            }
          }
        };
    try (Rig rig = new Rig();
        UploadClient client = rig.client(b -> b.maxConcurrentUploads(1))) {
      itself.set(client);
      client.submit(Rig.request(video).listener(listener).build());

      assertThat(told.get(30, TimeUnit.SECONDS))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("submit");
    }
  }

  @Test
  void aListenerThatClosesTheClientDoesNotWaitForItself() throws Exception {
    CompletableFuture<Long> took = new CompletableFuture<>();
    AtomicReference<UploadClient> itself = new AtomicReference<>();
    ProgressListener listener =
        progress -> {
          if (progress.state() == UploadState.UPLOADING && !took.isDone()) {
            long begin = System.nanoTime();
            itself.get().close();
            took.complete(System.nanoTime() - begin);
          }
        };
    try (Rig rig = new Rig();
        UploadClient client = rig.client()) {
      itself.set(client);
      Upload upload = client.submit(Rig.request(video).listener(listener).build());

      assertThat(Duration.ofNanos(took.get(30, TimeUnit.SECONDS)))
          .isLessThan(Duration.ofSeconds(9)); // it waited 10 s for itself
      assertThatThrownBy(() -> upload.result().get(30, TimeUnit.SECONDS))
          .hasCauseInstanceOf(UploadSuspendedException.class);
    }
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    boolean interrupted = false;
    while (true) {
      try {
        latch.await();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** A file whose close waits for a latch. */
  private record SlowToClose(Path file, CountDownLatch latch) implements VideoSource {
    @Override
    public PreparedSource prepare(SourceContext context) throws IOException {
      PreparedSource prepared = VideoSource.file(file).prepare(context);
      return new PreparedSource() {
        @Override
        public SourceDescription description() {
          return prepared.description();
        }

        @Override
        public InputStream open(long offset) throws IOException {
          return prepared.open(offset);
        }

        @Override
        public void close() {
          awaitUninterruptibly(latch);
          prepared.close();
        }
      };
    }
  }
}

package io.github.youtubeupload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.youtubeupload.metadata.VideoMetadata;
import io.github.youtubeupload.source.Completion;
import io.github.youtubeupload.source.TestContent;
import io.github.youtubeupload.source.VideoSource;
import io.github.youtubeupload.testkit.FakeSession;
import io.github.youtubeupload.testkit.Fault;
import io.github.youtubeupload.testkit.FaultScript;
import io.github.youtubeupload.testkit.Step;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveUploadTest {
  private static final int CHUNK = 262_144;
  @TempDir private Path folder;

  private static UploadRequest request(VideoSource source) {
    return UploadRequest.builder()
        .source(source)
        .metadata(VideoMetadata.builder().title("Friends").build())
        .build();
  }

  private Path file(byte[] video) throws IOException {
    return Files.write(folder.resolve(video.length + ".mp4"), video);
  }

  @ParameterizedTest
  @ValueSource(ints = {1_000, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 1_000_000})
  void tellsTheTotalInTheLastChunk(int size) throws IOException {
    byte[] video = TestContent.video(size);
    try (Rig rig = new Rig();
        UploadClient client = rig.client(b -> b.chunkBytes(CHUNK))) {
      UploadResult result =
          client.upload(request(VideoSource.pipe("v.mp4", new ByteArrayInputStream(video))));
      rig.assertOneVideo(result, file(video));
      assertThat(result.bytes()).isEqualTo(size);
      assertThat(rig.server.sessions()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100_000, CHUNK})
  void survivesLostConnectionsWithoutReadingThePipeTwice(int cut) throws IOException {
    byte[] video = TestContent.video(5 * CHUNK + 7);
    FaultScript script =
        FaultScript.none()
            .on(Step.SEND, 1, Fault.cutAfter(cut))
            .on(Step.SEND, 3, Fault.keepOnly(cut))
            .on(Step.SEND, 4, Fault.loseAnswer())
            .on(Step.SEND, 6, Fault.cutBeforeAnswer())
            .on(Step.SEND, 8, Fault.loseAnswer());
    try (Rig rig = new Rig().script(script);
        UploadClient client = rig.client(b -> b.chunkBytes(CHUNK))) {
      UploadResult result =
          client.upload(request(VideoSource.pipe("v.mp4", new ByteArrayInputStream(video))));
      rig.assertOneVideo(result, file(video));
    }
  }

  @Test
  void failsWithoutAVideoWhenTheProducerDies() {
    InputStream dying =
        new SequenceInputStream(
            new ByteArrayInputStream(TestContent.video(2 * CHUNK + 5)),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("killed");
              }

              @Override
              public int read(byte[] bytes, int from, int length) throws IOException {
                return read();
              }
            });
    try (Rig rig = new Rig();
        UploadClient client = rig.client(b -> b.chunkBytes(CHUNK))) {
      assertThatThrownBy(() -> client.upload(request(VideoSource.pipe("v.mp4", dying))))
          .isInstanceOf(SourceException.class)
          .hasMessageContaining("the pipe broke: killed");
      assertThat(rig.server.videos()).isEmpty();
    }
  }

  @Test
  void failsWithoutAVideoWhenTheProcessExitsBadly() throws IOException {
    Path part = file(TestContent.video(2 * CHUNK + 5));
    Process process = shell("cat '" + part + "'; exit 3");
    try (Rig rig = new Rig();
        UploadClient client = rig.client(b -> b.chunkBytes(CHUNK))) {
      assertThatThrownBy(() -> client.upload(request(VideoSource.pipe("v.mp4", process))))
          .isInstanceOf(SourceException.class)
          .hasMessageContaining("exit code 3");
      assertThat(rig.server.videos()).isEmpty();
    }
  }

  private static Process shell(String command) throws IOException {
    org.junit.jupiter.api.Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")));
    return new ProcessBuilder("/bin/sh", "-c", command)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  @Test
  void takesASlowProducerForNoStall() throws Exception {
    byte[] video = TestContent.video(CHUNK + 9);
    PipedInputStream in = new PipedInputStream(1 << 16);
    try (PipedOutputStream out = new PipedOutputStream(in);
        Rig rig = new Rig();
        UploadClient client =
            rig.client(b -> b.chunkBytes(CHUNK).stallTimeout(Duration.ofMillis(40)))) {
      Upload upload = client.submit(request(VideoSource.pipe("v.mp4", in)));
      out.write(video, 0, 2_000);
      out.flush();
      CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS)
          .execute(
              () -> {
                try (out) {
                  out.write(video, 2_000, video.length - 2_000);
                } catch (IOException e) {
                  throw new java.io.UncheckedIOException(e);
                }
              });
      rig.assertOneVideo(upload.result().get(), file(video));
    }
  }

  @Test
  void cancelsWhileThePipeIsSilent() throws Exception {
    PipedInputStream in = new PipedInputStream();
    try (PipedOutputStream out = new PipedOutputStream(in);
        Rig rig = new Rig();
        UploadClient client = rig.client()) {
      Upload upload = client.submit(request(VideoSource.pipe("v.mp4", in)));
      out.write(TestContent.video(1_000));
      out.flush();
      upload.cancel();
      assertThatThrownBy(() -> upload.result().get(2, TimeUnit.SECONDS))
          .hasCauseInstanceOf(UploadCancelledException.class);
    }
  }

  @Test
  void followsAFileToTheEndThatItsProducerSignals() throws Exception {
    byte[] video = TestContent.video(4 * CHUNK + 77);
    Path growing = folder.resolve("growing.mp4");
    Path marker = folder.resolve("growing.done");
    try (Rig rig = new Rig();
        UploadClient client = rig.client(b -> b.chunkBytes(CHUNK))) {
      Upload upload =
          client.submit(request(VideoSource.growing(growing, Completion.marker(marker))));
      try (OutputStream out = Files.newOutputStream(growing)) {
        out.write(video, 0, 2 * CHUNK + 5);
        assertThat(rig.server.awaitBytesReceived(2 * CHUNK, Duration.ofSeconds(20))).isTrue();
        out.write(video, 2 * CHUNK + 5, video.length - 2 * CHUNK - 5);
      }
      Files.createFile(marker);
      rig.assertOneVideo(upload.result().get(), file(video));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void noticesAHeaderThatWasPatchedBehindItsBack(boolean startOver) throws Exception {
    byte[] video = TestContent.video(3 * CHUNK + 77);
    Path growing = folder.resolve("patched.mp4");
    CompletableFuture<String> done = new CompletableFuture<>();
    try (Rig rig = new Rig();
        UploadClient client = rig.client(b -> b.chunkBytes(CHUNK))) {
      Completion completion = Completion.of(done);
      Upload upload =
          client.submit(
              request(
                  startOver
                      ? VideoSource.growingOrWhole(growing, completion)
                      : VideoSource.growing(growing, completion)));
      Files.write(growing, video);
      assertThat(rig.server.awaitBytesReceived(CHUNK, Duration.ofSeconds(20))).isTrue();
      video[40] ^= 1;
      Files.write(growing, video, StandardOpenOption.WRITE);
      done.complete("done");
      if (startOver) {
        rig.assertOneVideo(upload.result().get(), file(video));
        client.close();
        assertThat(rig.server.sessions())
            .extracting(FakeSession::state)
            .containsExactly(FakeSession.State.CANCELLED, FakeSession.State.FINISHED);
      } else {
        assertThatThrownBy(() -> upload.result().get())
            .hasCauseInstanceOf(SourceException.class)
            .hasMessageContaining("was rewritten after parts of it had been sent");
        assertThat(rig.server.videos()).isEmpty();
      }
    }
  }

  @Test
  void failsWhenTheProducerOfAGrowingFileFails() throws Exception {
    Path growing = Files.write(folder.resolve("broken.mp4"), TestContent.video(CHUNK));
    try (Rig rig = new Rig();
        UploadClient client = rig.client(b -> b.chunkBytes(CHUNK))) {
      VideoSource source =
          VideoSource.growing(
              growing,
              Completion.of(CompletableFuture.failedFuture(new IOException("no GPU left"))));
      assertThatThrownBy(() -> client.upload(request(source)))
          .isInstanceOf(SourceException.class)
          .hasMessageContaining("no GPU left");
      assertThat(rig.server.videos()).isEmpty();
    }
  }

  @Test
  void readsThroughAChannelOfSomebodyElse() throws IOException {
    byte[] video = TestContent.video(900_000);
    Path file = file(video);
    FaultScript script = FaultScript.none().on(Step.SEND, 1, Fault.cutAfter(400_000));
    try (Rig rig = new Rig().script(script);
        UploadClient client = rig.client()) {
      UploadResult result =
          client.upload(
              request(VideoSource.seekable("v.mp4", "v1", () -> Files.newByteChannel(file))));
      rig.assertOneVideo(result, file);
    }
  }
}

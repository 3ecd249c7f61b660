package io.github.youtubeupload;

import static io.github.youtubeupload.source.TestOrigin.head;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.youtubeupload.metadata.VideoMetadata;
import io.github.youtubeupload.source.TestContent;
import io.github.youtubeupload.source.TestOrigin;
import io.github.youtubeupload.source.VideoSource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelayStatesTest {
  private static final byte[] VIDEO = TestContent.video(700_000);
  @TempDir private Path folder;

  private static UploadRequest.Builder request(VideoSource source) {
    return UploadRequest.builder()
        .source(source)
        .metadata(VideoMetadata.builder().title("Friends").build());
  }

  @Test
  void downloadsFirstOnlyWhatMustBeSpooledAndLeavesNothing() throws IOException {
    TestContent content = new TestContent(VIDEO);
    Path file = Files.write(folder.resolve("v.mp4"), VIDEO);
    for (boolean ranges : new boolean[] {true, false}) {
      content.ranges = ranges;
      List<UploadState> states = new ArrayList<>();
      try (TestOrigin origin = new TestOrigin(content);
          Rig rig = new Rig();
          UploadClient client = rig.client(b -> b.stateDirectory(folder.resolve("state")))) {
        ProgressListener listener =
            progress -> {
              if (!states.contains(progress.state())) {
                states.add(progress.state());
              }
            };
        VideoSource source = origin.source("/v.mp4").build();
        rig.assertOneVideo(client.upload(request(source).listener(listener).build()), file);
      }
      assertThat(states.contains(UploadState.DOWNLOADING)).isNotEqualTo(ranges);
      assertThat(states).endsWith(UploadState.COMPLETED);
      assertThat(folder.resolve("state/spool"))
          .satisfiesAnyOf(
              spool -> assertThat(spool).doesNotExist(),
              spool -> assertThat(spool).isEmptyDirectory());
    }
    assertItsOwnersAlone(folder.resolve("state/spool"));
  }

  private static void assertItsOwnersAlone(Path directory) throws IOException {
    if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void cancelsADownloadThatHangsAndHangsUp() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch hungUp = new CountDownLatch(1);
    CountDownLatch downloading = new CountDownLatch(1);
    try (TestOrigin origin =
            new TestOrigin(
                (request, out) -> {
                  head(out, "HTTP/1.1 200 OK", "Transfer-Encoding: chunked");
                  chunk(out);
                  await(never);
                  try {
                    while (true) {
                      chunk(out);
                    }
                  } finally {
                    hungUp.countDown();
                  }
                });
        Rig rig = new Rig();
        UploadClient client = rig.client(b -> b.stateDirectory(folder.resolve("state")))) {
      Upload upload =
          client.submit(
              request(origin.source("/v.mp4").build())
                  .listener(
                      progress -> {
                        if (progress.state() == UploadState.DOWNLOADING) {
                          downloading.countDown();
                        }
                      })
                  .build());
      downloading.await();
      upload.cancel();
      assertThatThrownBy(() -> upload.result().get(2, TimeUnit.SECONDS))
          .hasCauseInstanceOf(UploadCancelledException.class);
      never.countDown();
      assertThat(hungUp.await(5, TimeUnit.SECONDS)).isTrue();
      assertThat(rig.server.sessions()).isEmpty();
    }
  }

  private static void chunk(OutputStream out) throws IOException {
    out.write("2710\r\n".getBytes(StandardCharsets.US_ASCII));
    out.write(VIDEO, 0, 10_000);
    out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void opensNoSessionForAnErrorPage() {
    try (TestOrigin origin =
            new TestOrigin((r, out) -> TestOrigin.text(out, "403 No", "text/html", "<b>no</b>"));
        Rig rig = new Rig();
        UploadClient client = rig.client()) {
      VideoSource source = origin.source("/v.mp4?sig=topsecret").build();
      assertThatThrownBy(() -> client.upload(request(source).build()))
          .isInstanceOf(SourceException.class)
          .hasMessageContaining("answered 403 No (text/html): <b>no</b>")
          .message()
          .doesNotContain("topsecret");
      assertThat(rig.server.requestCount()).isZero();
      assertThat(rig.spent()).isZero();
    }
  }
}

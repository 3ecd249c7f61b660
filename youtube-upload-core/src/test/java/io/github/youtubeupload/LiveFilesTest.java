package io.github.youtubeupload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.youtubeupload.metadata.VideoMetadata;
import io.github.youtubeupload.source.Completion;
import io.github.youtubeupload.source.TestContent;
import io.github.youtubeupload.source.VideoSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an upload of a growing file leaves open. */
class LiveFilesTest {
  private static final int CHUNK = 262_144;
  @TempDir private Path folder;

  enum End {
    COMPLETED,
    REWRITTEN,
    TAKEN_OVER,
    CANCELLED
  }

  @ParameterizedTest
  @EnumSource
  @EnabledOnOs(OS.LINUX)
  void closesTheFileHoweverTheUploadEnds(End end) throws Exception {
    byte[] video = TestContent.video(3 * CHUNK + 77);
    Path growing = folder.resolve("growing.mp4");
    CompletableFuture<String> done = new CompletableFuture<>();
    Completion completion = Completion.of(done);
    VideoSource source =
        end == End.TAKEN_OVER
            ? VideoSource.growingOrWhole(growing, completion)
            : VideoSource.growing(growing, completion);
    try (Rig rig = new Rig();
        UploadClient client = rig.client(b -> b.chunkBytes(CHUNK))) {
      Upload upload =
          client.submit(
              UploadRequest.builder()
                  .source(source)
                  .metadata(VideoMetadata.builder().title("Friends").build())
                  .build());
      Files.write(growing, video);
      assertThat(rig.server.awaitBytesReceived(CHUNK, Duration.ofSeconds(20))).isTrue();
      assertThat(openFiles()).hasSize(1);
      if (end == End.CANCELLED) {
        upload.cancel();
      } else if (end != End.COMPLETED) {
        video[40] ^= 1;
        Files.write(growing, video, StandardOpenOption.WRITE);
      }
      done.complete("done");
      upload.result().handle((result, failure) -> end).get(30, TimeUnit.SECONDS);

      assertThat(openFiles()).isEmpty();
      boolean made = end == End.COMPLETED || end == End.TAKEN_OVER;
      assertThat(rig.server.videos()).hasSize(made ? 1 : 0);
    }
  }

  private List<String> openFiles() throws IOException {
    String below = folder.toRealPath().toString();
    try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
      return descriptors.map(LiveFilesTest::target).filter(path -> path.startsWith(below)).toList();
    }
  }

  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException e) {
      return "closed meanwhile by another thread";
    }
  }
}

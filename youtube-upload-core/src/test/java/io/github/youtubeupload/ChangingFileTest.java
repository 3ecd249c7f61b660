package io.github.youtubeupload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.youtubeupload.store.UploadStep;
import io.github.youtubeupload.testkit.FakeYouTube;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A file that changes while it is on its way fails the upload before there is a video. */
class ChangingFileTest {
  private static final int SIZE = 8_000_000;

  @TempDir private Path folder;

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void makesNoVideoOfAChangingFile(String name, Change change) throws IOException {
    Path video = TestVideos.make(folder, SIZE);
    // half a second for all of it, so that the listener is called in the midst of it
    FakeYouTube slow =
        FakeYouTube.builder().bytesPerSecond(16_000_000).receiveBuffer(16 * 1024).start();
    try (Rig rig = Rig.with(slow);
        UploadClient client = rig.client(b -> b.chunkBytes(262_144))) {
      ProgressListener changer =
          progress -> {
            if (progress.bytesSent() >= 262_144) {
              try {
                change.of(video);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            }
          };
      UploadRequest request = Rig.request(video).id("job").listener(changer).build();

      assertThatThrownBy(() -> client.upload(request))
          .isInstanceOf(SourceException.class)
          .hasMessageContaining(video.getFileName().toString());
      assertThat(slow.videos()).isEmpty();
      assertThat(client.find("job").orElseThrow().step()).isEqualTo(UploadStep.FAILED);
    }
  }

  private interface Change {
    void of(Path file) throws IOException;
  }

  static Stream<Arguments> changes() {
    return Stream.of(
        change("grows", file -> Files.write(file, new byte[9], StandardOpenOption.APPEND)),
        change(
            "shrinks",
            file -> {
              try (RandomAccessFile shrunk = new RandomAccessFile(file.toFile(), "rw")) {
                shrunk.setLength(SIZE - 1000);
              }
            }),
        change("is rewritten", file -> Files.write(file, new byte[SIZE])),
        change("is removed", Files::deleteIfExists));
  }

  private static Arguments change(String name, Change change) {
    return Arguments.of(name, change);
  }
}

package io.github.youtubeupload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.youtubeupload.metadata.VideoMetadata;
import io.github.youtubeupload.source.TestContent;
import io.github.youtubeupload.source.VideoSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pipes whose stream is code of others. */
@Timeout(30)
class LivePipeTest {
  private static final int CHUNK = 262_144;

  static Stream<Throwable> surprises() {
    return Stream.of(
        new UncheckedIOException(new IOException("killed")),
        new IllegalStateException("killed"),
        new AssertionError("killed"));
  }

  @ParameterizedTest
  @MethodSource("surprises")
  void failsWithoutAVideoWhateverTheStreamThrows(Throwable surprise) {
    InputStream video = new ByteArrayInputStream(TestContent.video(2 * CHUNK + 5));
    InputStream pipe = new SequenceInputStream(video, throwing(surprise));
    assertFails(pipe);
  }

  @ParameterizedTest
  @MethodSource("surprises")
  void failsWithoutASessionIfTheStreamThrowsAtOnce(Throwable surprise) {
    assertFails(throwing(surprise));
  }

  private static void assertFails(InputStream pipe) {
    try (Rig rig = new Rig();
        UploadClient client = rig.client(b -> b.chunkBytes(CHUNK))) {
      UploadRequest request =
          UploadRequest.builder()
              .source(VideoSource.pipe("v.mp4", pipe))
              .metadata(VideoMetadata.builder().title("Friends").build())
              .build();
      assertThatThrownBy(() -> client.upload(request))
          .isInstanceOf(SourceException.class)
          .hasMessageContaining("the pipe broke")
          .hasMessageContaining("killed");
      assertThat(rig.server.videos()).isEmpty();
    }
  }

  private static InputStream throwing(Throwable surprise) {
    Supplier<Integer> rethrow =
        () -> {
          if (surprise instanceof Error error) {
            throw error;
          }
          throw (RuntimeException) surprise;
        };
    return new InputStream() {
      @Override
      public int read() {
        return rethrow.get();
      }

      @Override
      public int read(byte[] bytes, int from, int length) {
        return rethrow.get();
      }
    };
  }
}

package io.github.youtubeupload.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing stays on the disk of whoever forgets to close a server. */
class TemporaryDirectoryTest {
  @TempDir private Path folder;

  @Test
  void leavesNothingWhenTheJvmEndsWithoutAClose() throws Exception {
    Process forgetful =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                Forgetful.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertThat(forgetful.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      forgetful.destroyForcibly();
    }

    assertThat(forgetful.exitValue()).isEqualTo(Forgetful.HAS_A_FILE);
    assertThat(folder).isEmptyDirectory();
  }

  /** Has one server with a video, and one that cannot start because its port is taken. */
  static final class Forgetful {
    static final int HAS_A_FILE = 42;

    private Forgetful() {}

    public static void main(String[] args) throws IOException {
      FakeYouTube youtube = FakeYouTube.start();
      new RawUpload(youtube, Bytes.of(1000)).putAll();
      boolean file = youtube.file(youtube.videos().get(0).id()).toFile().isFile();
      try (FakeYouTube second =
          FakeYouTube.builder().port(URI.create(youtube.rootUrl()).getPort()).start()) {
        System.exit(second.videos().size());
      } catch (UncheckedIOException taken) {
        System.exit(file ? HAS_A_FILE : 1);
      }
    }
  }
}

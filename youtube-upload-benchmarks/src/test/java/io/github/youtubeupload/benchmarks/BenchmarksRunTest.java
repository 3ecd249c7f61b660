package io.github.youtubeupload.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every benchmark, as small as it gets: figures are printed, never judged. */
class BenchmarksRunTest {
  @TempDir private Path folder;

  @Test
  void runsTheBigUpload() throws Exception {
    assertThat(new BigUpload(folder, Tls.DEFAULT).run(0.01, "64m"))
        .contains("throughput", "peak RSS", "allocated");
  }
}

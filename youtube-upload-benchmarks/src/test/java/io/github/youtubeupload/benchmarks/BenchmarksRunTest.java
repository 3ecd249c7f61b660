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

  @Test
  void comparesOnLoopback() throws Exception {
    assertThat(Loopback.table(Loopback.run(tiny())))
        .contains(Contender.ENGINE_CONSCRYPT.toString(), Contender.GOOGLE_DIRECT.toString());
  }

  @Test
  void runsManyAtOnce() throws Exception {
    assertThat(Crowd.table(tiny(), 2)).doesNotContain("failed", "OutOfMemory");
  }

  @Test
  void recovers() throws Exception {
    assertThat(Recovery.table(tiny())).contains(Contender.GOOGLE_1MB.toString());
  }

  @Test
  void cancels() throws Exception {
    assertThat(Cancel.table(tiny())).contains("p99");
  }

  private Scale tiny() {
    return new Scale(folder, 12_000_000, 1, 2);
  }
}

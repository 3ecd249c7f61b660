package io.github.youtubeupload.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every benchmark, as small as it gets: figures are printed, never judged. */
class BenchmarksRunTest {
  @TempDir private Path folder;

  @Test
  void runsTheBigUpload() throws Exception {
    assertThat(new BigUpload(folder, Tls.DEFAULT).run(0.01, "64m")).contains("0.01 | -Xmx64m");
  }

  @Test
  void comparesOnLoopback() throws Exception {
    Runs runs = Loopback.run(tiny());
    assertThat(Loopback.table(runs))
        .contains(Contender.ENGINE_CONSCRYPT.toString(), Contender.GOOGLE_DIRECT.toString());
    assertThat(Goals.table(runs, Map.of(), new Allocation(1, 2, 3)))
        .contains("at least 0.95", "at most 1.1");
  }

  @Test
  void tellsWhoAllocates() throws Exception {
    assertThat(Allocation.run(tiny()).table()).contains("Conscrypt's SSLEngine");
  }

  @Test
  void runsManyAtOnce() throws Exception {
    assertThat(Crowd.table(tiny(), 2)).doesNotContain("failed", "OutOfMemory");
  }

  @Test
  void recovers() throws Exception {
    assertThat(Recovery.table(tiny())).doesNotContain(Contender.ENGINE + " | all");
  }

  @Test
  void relays() throws Exception {
    assertThat(Relay.table(tiny())).contains("of the slower leg");
  }

  @Test
  void starts() throws Exception {
    assertThat(Startup.table(tiny())).contains("classes");
  }

  @Test
  void reserves() throws Exception {
    assertThat(Quota.table(tiny())).contains("32 at once, fsync off");
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Bench(tiny()).part("nonsense"))
        .withMessageContaining("loopback");
  }

  @Test
  void cancels() throws Exception {
    assertThat(Cancel.table(tiny())).contains("p99");
  }

  private Scale tiny() {
    return new Scale(folder, 12_000_000, 1, 1, 2, Duration.ofMillis(20));
  }
}

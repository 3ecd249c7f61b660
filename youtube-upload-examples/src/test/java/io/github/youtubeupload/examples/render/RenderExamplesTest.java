package io.github.youtubeupload.examples.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderExamplesTest {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
  @TempDir private Path folder;

  @Test
  void uploadsWhileFfmpegRenders() throws Exception {
    Optional<Rendering> rendering = FfmpegRenderer.start();
    assumeTrue(rendering.isPresent(), "there is no ffmpeg that encodes H.264");
    assertThat(RenderPipeline.run(rendering.get(), folder, out)).isGreaterThan(100_000);
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("frames | UPLOADING", "frames | COMPLETED", "watch?v=");
  }

  @Test
  void rendersInJavaWhereThereIsNoFfmpeg() throws Exception {
    long bytes = RenderPipeline.run(JavaRenderer.start(folder), folder, out);
    assertThat(bytes).isGreaterThan(1_000);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("watch?v=");
  }

  @Test
  void relaysADownloadUrl() throws Exception {
    try (RenderFarm farm = RenderFarm.start()) {
      long bytes = RelayUrl.run(RelayUrl.onThisMachine(farm), folder, out);
      assertThat(bytes).isEqualTo(RenderFarm.SIZE);
      assertThat(said.toString(StandardCharsets.UTF_8)).doesNotContain("farm-pass");
    }
  }
}

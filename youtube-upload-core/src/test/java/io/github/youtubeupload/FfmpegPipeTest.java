package io.github.youtubeupload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.youtubeupload.metadata.VideoMetadata;
import io.github.youtubeupload.source.Completion;
import io.github.youtubeupload.source.VideoSource;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The output of a real encoder, uploaded while it renders. Skipped where there is no ffmpeg. */
class FfmpegPipeTest {
  private static final int FRAMES = 60;
  @TempDir private Path folder;

  private static Process render(String... output) throws IOException {
    for (String program : List.of("ffmpeg", "ffprobe")) {
      boolean found =
          Stream.of(System.getenv("PATH").split(Pattern.quote(File.pathSeparator), -1))
              .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
      assumeTrue(found, program + " is not on the PATH");
    }
    List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-nostdin", "-re"));
    command.addAll(List.of("-f", "lavfi", "-i", "testsrc2=size=640x360:rate=60"));
    command.addAll(List.of("-frames:v", "" + FRAMES, "-pix_fmt", "yuv420p", "-g", "15"));
    command.addAll(List.of("-b:v", "8M", "-f", "mp4", "-y"));
    command.addAll(List.of(output));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static UploadRequest request(VideoSource source) {
    return UploadRequest.builder()
        .source(source)
        .metadata(VideoMetadata.builder().title("Friends").build())
        .build();
  }

  @Test
  void playsBackAndIsThereMomentsAfterTheLastFrame() throws Exception {
    Process ffmpeg = render("-movflags", "frag_keyframe+empty_moov", "pipe:1");
    CompletableFuture<Long> lastFrame = ffmpeg.onExit().thenApply(ended -> System.nanoTime());
    try (Rig rig = new Rig();
        UploadClient client = rig.client(b -> b.chunkBytes(262_144))) {
      UploadResult result = client.upload(request(VideoSource.pipe("test.mp4", ffmpeg)));
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lastFrame.get());
      System.out.printf(
          "ffmpeg pipe: %d bytes; the video was there %d ms after ffmpeg's end%n",
          result.bytes(), millis);
      assertThat(frames(rig.server.file(result.videoId()))).isEqualTo(FRAMES);
      assertThat(millis).isLessThan(2_000);
      long chunks = (result.bytes() + 262_143) / 262_144;
      assertThat(chunks).isGreaterThan(1);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void followsFfmpegsFileWhetherItsHeaderIsPatchedOrNot(boolean patched) throws Exception {
    Path file = folder.resolve("render.mp4");
    Process ffmpeg =
        patched
            ? render(file.toString())
            : render("-movflags", "frag_keyframe+empty_moov", file.toString());
    try (Rig rig = new Rig();
        UploadClient client = rig.client(b -> b.chunkBytes(262_144))) {
      VideoSource source = VideoSource.growingOrWhole(file, Completion.exit(ffmpeg));
      UploadResult result = client.upload(request(source));
      rig.assertOneVideo(result, file);
      assertThat(frames(rig.server.file(result.videoId()))).isEqualTo(FRAMES);
      assertThat(rig.server.sessions()).hasSize(patched ? 2 : 1);
    }
  }

  private static int frames(Path video) throws Exception {
    Process probe =
        new ProcessBuilder(
                "ffprobe",
                "-v",
                "error",
                "-count_frames",
                "-show_entries",
                "stream=nb_read_frames",
                "-of",
                "csv=p=0",
                video.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(probe.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    assertThat(probe.waitFor()).as(said).isZero();
    return Integer.parseInt(said.strip().replace(",", ""));
  }
}

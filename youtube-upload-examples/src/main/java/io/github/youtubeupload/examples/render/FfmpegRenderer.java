package io.github.youtubeupload.examples.render;

import io.github.youtubeupload.source.VideoSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Renders with ffmpeg, on a GPU if one encodes. The MP4 is fragmented, because the header of a
 * plain one is written last, and a pipe cannot go back.
 */
final class FfmpegRenderer {
  private static final List<String> ENCODERS =
      List.of("h264_nvenc", "h264_videotoolbox", "h264_qsv", "libx264");

  private FfmpegRenderer() {}

  /** Starts rendering; empty where there is no ffmpeg that can. */
  static Optional<Rendering> start() throws IOException {
    for (String encoder : ENCODERS) {
      if (works(encoder)) {
        return Optional.of(start(encoder));
      }
    }
    return Optional.empty();
  }

  /** Encoders are listed even where their hardware is missing, so one frame is tried. */
  private static boolean works(String encoder) {
    try {
      Process trial =
          new ProcessBuilder(command("color=size=256x144", 1, encoder, "-f", "null", "-"))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return trial.waitFor(20, TimeUnit.SECONDS) && trial.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Rendering start(String encoder) throws IOException {
    String picture = "testsrc2=size=1280x720:rate=" + Rendering.FRAMES_PER_SECOND;
    List<String> command =
        command(picture, Rendering.FRAMES, encoder, "-progress", "pipe:2", "-f", "mp4");
    command.addAll(List.of("-movflags", "frag_keyframe+empty_moov", "pipe:1"));
    Process ffmpeg = new ProcessBuilder(command).start();
    AtomicInteger frames = new AtomicInteger();
    Thread reader = new Thread(() -> follow(ffmpeg, frames), "ffmpeg-progress");
    reader.setDaemon(true);
    reader.start();
    return new Rendering("ffmpeg, " + encoder, VideoSource.pipe("render.mp4", ffmpeg), frames);
  }

  private static List<String> command(
      String picture, int frames, String encoder, String... output) {
    List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-nostdin", "-re"));
    command.addAll(List.of("-f", "lavfi", "-i", picture, "-frames:v", "" + frames));
    command.addAll(List.of("-pix_fmt", "yuv420p", "-c:v", encoder, "-b:v", "6M", "-g", "15"));
    command.addAll(List.of(output));
    return command;
  }

  /** Reads the standard error to its end: a process whose output nobody takes stands still. */
  private static void follow(Process ffmpeg, AtomicInteger frames) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(ffmpeg.getErrorStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.matches("frame=[0-9]{1,9}")) {
          frames.set(Integer.parseInt(line.substring("frame=".length())));
        }
      }
    } catch (IOException e) {
      // the process is gone, and the upload says why
    }
  }
}

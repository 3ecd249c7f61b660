package io.github.youtubeupload.examples.render;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Renders four seconds of video and uploads them to FakeYouTube while they are rendered: with
 * ffmpeg through a pipe where it is found, else in Java through a growing file.
 */
public final class RenderPipeline {
  private RenderPipeline() {}

  /**
   * Runs it.
   *
   * @param args a folder for state and drafts; {@code target/render} if empty
   */
  public static void main(String[] args)
      throws IOException, ExecutionException, InterruptedException {
    Path folder = Path.of(args.length > 0 ? args[0] : "target/render");
    run(folder, System.out);
  }

  static void run(Path folder, PrintStream out)
      throws IOException, ExecutionException, InterruptedException {
    Rendering rendering = FfmpegRenderer.start().orElse(null);
    run(rendering == null ? JavaRenderer.start(folder) : rendering, folder, out);
  }

  static long run(Rendering rendering, Path folder, PrintStream out)
      throws ExecutionException, InterruptedException {
    out.println("Rendering with " + rendering.by() + ", uploading to FakeYouTube on this machine.");
    try (Studio studio = new Studio(folder, out)) {
      long start = System.nanoTime();
      long bytes =
          studio
              .upload(
                  rendering.source(),
                  () ->
                      "rendered %3d of %d frames | "
                          .formatted(rendering.frames().get(), Rendering.FRAMES))
              .bytes();
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
      out.println("From the first frame to the published video: " + millis + " ms");
      return bytes;
    }
  }
}

package io.github.youtubeupload.examples.render;

import io.github.youtubeupload.source.Completion;
import io.github.youtubeupload.source.VideoSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jcodec.api.SequenceEncoder;
import org.jcodec.common.model.ColorSpace;
import org.jcodec.common.model.Picture;

/**
 * Renders without any program but this one, into a file that is uploaded while it grows. Its muxer
 * patches the header at the end; the library notices and uploads the complete file instead.
 */
final class JavaRenderer {
  private static final int WIDTH = 320;
  private static final int HEIGHT = 176;

  private JavaRenderer() {}

  static Rendering start(Path folder) throws IOException {
    Path file = Files.createTempFile(Files.createDirectories(folder), "render", ".mp4");
    AtomicInteger frames = new AtomicInteger();
    CompletableFuture<Void> complete = CompletableFuture.runAsync(() -> render(file, frames));
    VideoSource source = VideoSource.growingOrWhole(file, Completion.of(complete));
    return new Rendering("Java", source, frames);
  }

  private static void render(Path file, AtomicInteger frames) {
    try {
      SequenceEncoder encoder =
          SequenceEncoder.createSequenceEncoder(file.toFile(), Rendering.FRAMES_PER_SECOND);
      Picture picture = Picture.create(WIDTH, HEIGHT, ColorSpace.RGB);
      for (int frame = 0; frame < Rendering.FRAMES; frame++) {
        paint(picture.getPlaneData(0), frame);
        encoder.encodeNativeFrame(picture);
        frames.set(frame + 1);
      }
      encoder.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A bar that walks over a slope of colours; 0 is the middle of a colour's range. */
  private static void paint(byte[] rgb, int frame) {
    int at = 0;
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        boolean bar = Math.floorMod(x - 3 * frame, WIDTH) < 24;
        rgb[at++] = (byte) (bar ? 127 : x * 255 / WIDTH - 128);
        rgb[at++] = (byte) (bar ? 127 : y * 255 / HEIGHT - 128);
        rgb[at++] = (byte) (bar ? 127 : 0);
      }
    }
  }
}

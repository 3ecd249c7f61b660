package io.github.youtubeupload.examples.quickstart;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jcodec.api.SequenceEncoder;
import org.jcodec.common.model.ColorSpace;
import org.jcodec.common.model.Picture;

/** Makes friends.mp4: eight seconds of H.264 that every browser plays. */
final class FriendsVideo {
  /** Multiples of 16, the size of H.264's blocks. */
  private static final int WIDTH = 768;

  private static final int HEIGHT = 432;
  private static final int FRAMES_PER_SECOND = 25;
  private static final int SECONDS = 8;

  private FriendsVideo() {}

  /** Makes it beside its place first, so that there is never half a video. */
  static void make(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path draft = Files.createTempFile(folder, "friends", ".tmp");
    try {
      encode(draft);
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static void encode(Path file) throws IOException {
    SequenceEncoder encoder =
        SequenceEncoder.createSequenceEncoder(file.toFile(), FRAMES_PER_SECOND);
    Picture frame = Picture.create(WIDTH, HEIGHT, ColorSpace.RGB);
    for (int i = 0; i < SECONDS * FRAMES_PER_SECOND; i++) {
      copy(FriendsFrame.at((double) i / FRAMES_PER_SECOND, WIDTH, HEIGHT), frame.getPlaneData(0));
      encoder.encodeNativeFrame(frame);
    }
    encoder.finish();
  }

  /** The encoder takes red, green and blue in turn, each with 0 in the middle of its range. */
  private static void copy(BufferedImage image, byte[] rgb) {
    int at = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int colour = image.getRGB(x, y);
        rgb[at++] = (byte) ((colour >> 16 & 0xff) - 128);
        rgb[at++] = (byte) ((colour >> 8 & 0xff) - 128);
        rgb[at++] = (byte) ((colour & 0xff) - 128);
      }
    }
  }
}

package io.github.youtubeupload.examples.backend.resumable;

import io.github.youtubeupload.examples.backend.upload.FileIntake;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The body of a request, as far as the part may grow, while the disk has room. */
final class PartBody extends FilterInputStream {
  private static final long BETWEEN_LOOKS = 16L << 20;

  private final FileIntake intake;
  private long left;
  private long untilLook;

  PartBody(InputStream body, long most, FileIntake intake) {
    super(body);
    this.left = most;
    this.intake = intake;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int most) throws IOException {
    if (left == 0) {
      return -1;
    }
    if (untilLook <= 0) {
      intake.requireRoom(Math.min(left, BETWEEN_LOOKS));
      untilLook = BETWEEN_LOOKS;
    }
    int read = in.read(into, from, (int) Math.min(most, left));
    left -= Math.max(0, read);
    untilLook -= Math.max(0, read);
    return read;
  }

  /** The server's own business. */
  @Override
  public void close() {}
}

package io.github.youtubeupload.internal.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Size, time, identity and a hash over samples of the content: the whole of a small file, the
 * start, the end and fourteen places between of a large one. Reading all of a 200 GB render to
 * resume it would cost more than sending the rest; a rewrite that keeps size, time and every sample
 * is beyond it.
 */
public final class FileFingerprint {
  private static final int SAMPLES = 16;
  private static final int SAMPLE_BYTES = 64 * 1024;

  private FileFingerprint() {}

  public static String of(Path path, FileState state) throws IOException {
    MessageDigest sha = sha256();
    try (FileChannel file = FileChannel.open(path)) {
      long size = state.size();
      ByteBuffer buffer = ByteBuffer.allocate(SAMPLE_BYTES);
      if (size <= (long) SAMPLES * SAMPLE_BYTES) {
        for (long at = 0; at < size; at += SAMPLE_BYTES) {
          update(sha, file, at, buffer);
        }
      } else {
        for (int i = 0; i < SAMPLES; i++) {
          update(sha, file, (size - SAMPLE_BYTES) / (SAMPLES - 1) * i, buffer);
        }
        update(sha, file, size - SAMPLE_BYTES, buffer);
      }
    }
    return "file:size=%d;modified=%s;identity=%s;sample=%s"
        .formatted(
            state.size(),
            state.modified(),
            state.identity() == null ? "none" : state.identity(),
            HexFormat.of().formatHex(sha.digest()));
  }

  private static void update(MessageDigest sha, FileChannel file, long at, ByteBuffer buffer)
      throws IOException {
    buffer.clear();
    long position = at;
    while (buffer.hasRemaining()) {
      int n = file.read(buffer, position);
      if (n < 0) {
        break;
      }
      position += n;
    }
    sha.update(buffer.flip());
  }

  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}

package io.github.youtubeupload.source;

import io.github.youtubeupload.internal.files.FileFingerprint;
import io.github.youtubeupload.internal.io.BlockInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.concurrent.CountDownLatch;

/**
 * Follows a file to the end that its producer signals, and then compares the whole of it with what
 * was given out: a muxer may have gone back to patch a header.
 */
final class GrowingStream extends BlockInputStream {
  private static final int BUFFER_BYTES = 128 * 1024;

  private final Path path;
  private final Completion completion;
  private final boolean startOver;
  private final CountDownLatch closed;
  private final FileChannel channel;
  private final MessageDigest given = FileFingerprint.sha256();
  private long position;
  private boolean complete;
  private boolean ended;

  GrowingStream(Path path, Completion completion, boolean startOver, CountDownLatch closed)
      throws IOException {
    this.path = path;
    this.completion = completion;
    this.startOver = startOver;
    this.closed = closed;
    this.channel = FileChannel.open(path);
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    while (!ended) {
      int n = channel.read(ByteBuffer.wrap(bytes, from, length), position);
      if (n >= 0) {
        given.update(bytes, from, n);
        position += n;
        return n;
      }
      if (complete) {
        requireUnchanged();
        ended = true;
      } else {
        complete = completion.isComplete(); // and once more to the end of the file
        if (!complete) {
          GrowingSource.pause(closed);
        }
      }
    }
    return -1;
  }

  private void requireUnchanged() throws IOException {
    MessageDigest now = FileFingerprint.sha256();
    long size = 0;
    try (FileChannel file = FileChannel.open(path)) {
      ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
      while (file.read(buffer) >= 0) {
        size += buffer.flip().remaining();
        now.update(buffer);
        buffer.clear();
        if (closed.getCount() == 0) {
          throw new IOException("the source was closed");
        }
      }
    }
    if (size == position && MessageDigest.isEqual(now.digest(), given.digest())) {
      return;
    }
    String what = path + " was rewritten after parts of it had been sent";
    if (startOver) {
      throw new SourceRewrittenException(what, VideoSource.file(path));
    }
    throw new SourceChangedException(
        what + "; write it front to back (ffmpeg: -movflags frag_keyframe+empty_moov)");
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}

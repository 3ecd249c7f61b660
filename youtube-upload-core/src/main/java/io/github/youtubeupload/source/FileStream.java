package io.github.youtubeupload.source;

import io.github.youtubeupload.internal.files.FileState;
import io.github.youtubeupload.internal.io.BlockInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Reads a file from an offset, and at its end compares the file with what it was at first. */
final class FileStream extends BlockInputStream {
  private final Path path;
  private final FileState state;
  private final FileChannel channel;

  FileStream(Path path, FileState state, long offset) throws IOException {
    this.path = path;
    this.state = state;
    this.channel = FileChannel.open(path).position(offset);
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int n = channel.read(ByteBuffer.wrap(bytes, from, length));
    if (n < 0) {
      requireUnchanged();
    }
    return n;
  }

  private void requireUnchanged() throws IOException {
    FileState now;
    try {
      now = FileState.of(path);
    } catch (IOException e) {
      throw new SourceChangedException(
          path + " changed while it was being uploaded: " + e.getMessage());
    }
    if (!now.equals(state)) {
      throw new SourceChangedException(
          path + " changed while it was being uploaded: " + state.differenceTo(now));
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}

package io.github.youtubeupload.testkit.internal.storage;

import io.github.youtubeupload.testkit.Storage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The bytes kept of one upload, in order from 0. Not thread-safe: its session guards it. */
public final class StoredBytes {
  /** What a server keeps, and what chunks must be multiples of. */
  public static final int BLOCK = 256 * 1024;

  private final Path file;
  private final boolean onDisk;
  private final @Nullable RewindableHash hash;
  private @Nullable FileChannel channel;
  private long length;

  StoredBytes(Storage storage, Path file) {
    this.file = file;
    this.onDisk = storage == Storage.DISK;
    this.hash = storage == Storage.DISCARD ? null : new RewindableHash();
  }

  public long length() {
    return length;
  }

  public void append(byte[] bytes, int offset, int count) throws IOException {
    if (onDisk) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, count);
      for (long at = length; buffer.hasRemaining(); ) {
        at += channel().write(buffer, at);
      }
    }
    addToHash(bytes, offset, count);
    length += count;
  }

  private void addToHash(byte[] bytes, int offset, int count) {
    if (hash == null) {
      return;
    }
    for (int done = 0; done < count; ) {
      int toEdge = (int) (BLOCK - hash.length() % BLOCK);
      int n = Math.min(count - done, toEdge);
      hash.update(bytes, offset + done, n);
      if (n == toEdge) {
        hash.mark();
      }
      done += n;
    }
  }

  /** Forgets what comes after {@code offset}; without a file it may forget a little more. */
  public void keepTo(long offset) throws IOException {
    if (offset >= length) {
      return;
    }
    length = offset;
    if (hash != null) {
      hash.rewind(offset);
      if (onDisk) {
        hashAgain(offset);
        channel().truncate(offset);
      } else {
        length = hash.length();
      }
    }
  }

  private void hashAgain(long end) throws IOException {
    byte[] block = new byte[64 * 1024];
    RewindableHash rewound = Objects.requireNonNull(hash);
    while (rewound.length() < end) {
      int wanted = (int) Math.min(block.length, end - rewound.length());
      int n = channel().read(ByteBuffer.wrap(block, 0, wanted), rewound.length());
      if (n < 0) {
        throw new IOException("The server's own file is shorter than it was");
      }
      addToHash(block, 0, n);
    }
  }

  /** Closes the file between two PUTs; the next byte opens it again. */
  public void release() throws IOException {
    if (channel != null) {
      channel.close();
      channel = null;
    }
  }

  /** Lower-case hexadecimal digits, or empty where nothing is hashed. */
  public String sha256() {
    return hash == null ? "" : hash.hex();
  }

  /** The file that holds the bytes; there is none unless they are kept on disk. */
  public Path file() {
    return file;
  }

  public void delete() throws IOException {
    release();
    Files.deleteIfExists(file);
  }

  private FileChannel channel() throws IOException {
    FileChannel present = channel;
    if (present == null) {
      present =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      channel = present;
    }
    return present;
  }
}

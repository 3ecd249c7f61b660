package io.github.youtubeupload.internal.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/**
 * A private temporary file that has no name from the moment it is open: on Unix the JDK unlinks it
 * at once, on Windows the system deletes it with its last handle. So a crash leaves nothing to
 * sweep.
 */
public final class SpoolFile implements Closeable {
  /** The disk is not filled to the brim: others live on it. */
  public static final long RESERVE = 256L << 20;

  private static final long LOOK_EVERY = 64L << 20;

  private final Path directory;
  private final FreeSpace freeSpace;
  private final FileChannel channel;
  private long size;
  private long lookAt;

  /** How many bytes a directory can still take; a seam for tests. */
  public interface FreeSpace {
    FreeSpace OF_DISK = directory -> Files.getFileStore(directory).getUsableSpace();

    long in(Path directory) throws IOException;
  }

  public SpoolFile(Path directory, FreeSpace freeSpace) throws IOException {
    this.directory = directory;
    this.freeSpace = freeSpace;
    Path path = directory.resolve("youtube-upload-" + UUID.randomUUID() + ".spool");
    Set<OpenOption> options =
        Set.of(
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    this.channel = FileChannel.open(path, options, ownerOnly(directory));
  }

  private static FileAttribute<?>[] ownerOnly(Path directory) {
    boolean posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /** Fails unless the disk can take so many bytes more. */
  public void requireSpace(long bytes) throws IOException {
    long free = freeSpace.in(directory);
    if (free - RESERVE < bytes) {
      throw new DiskFullException(
          "the disk of %s has %d bytes free, and spooling needs %d and a reserve of %d"
              .formatted(directory, free, bytes, RESERVE));
    }
  }

  public void append(ByteBuffer bytes) throws IOException {
    if (size >= lookAt) {
      requireSpace(bytes.remaining());
      lookAt = size + LOOK_EVERY;
    }
    while (bytes.hasRemaining()) {
      size += channel.write(bytes, size);
    }
  }

  public int read(ByteBuffer into, long position) throws IOException {
    return channel.read(into, position);
  }

  public void clear() throws IOException {
    channel.truncate(0);
    size = 0;
    lookAt = 0;
  }

  public long size() {
    return size;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // the file has no name any more, so it goes with the process at the latest
    }
  }
}

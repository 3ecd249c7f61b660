package io.github.youtubeupload.examples.backend.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that only this process's user may read. */
public final class StateDirectory implements AutoCloseable {
  private static final Set<PosixFilePermission> OWNER_DIRECTORY =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> OWNER_FILE =
      PosixFilePermissions.fromString("rw-------");

  /** Bytes of the disk that stay free for everything else. */
  public static final long RESERVE = 256L << 20;

  private final Path root;
  private final FileChannel lock;

  /**
   * Creates it if it is missing, and keeps every other process out of it until it is closed: they
   * would take the files that arrive here for what a killed process left.
   *
   * @throws StateDirectoryInUseException if there is another process
   */
  public StateDirectory(Path root) {
    this.root = create(root);
    this.lock = lock(this.root);
  }

  private static FileChannel lock(Path root) {
    try {
      FileChannel file =
          FileChannel.open(
              root.resolve("service.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (isLocked(file)) {
        return file;
      }
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException("The state directory cannot be locked: " + root, e);
    }
    throw new StateDirectoryInUseException(root);
  }

  private static boolean isLocked(FileChannel file) throws IOException {
    try {
      return file.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }

  /** The directory itself. */
  public Path root() {
    return root;
  }

  /** Bytes that still fit on its disk. */
  public long room() throws IOException {
    return Files.getFileStore(root).getUsableSpace();
  }

  /** A directory in it, created if it is missing. */
  public Path directory(String name) {
    return create(root.resolve(name));
  }

  /** Replaces a file in one step; a crash leaves the old one or the new one. */
  public static void write(Path file, byte[] content) throws IOException {
    Path fresh =
        Files.createTempFile(
            file.toAbsolutePath().getParent(), ".new-", "", ownerOnly(file, OWNER_FILE));
    try {
      Files.write(fresh, content);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static Path create(Path directory) {
    try {
      return Files.createDirectories(directory, ownerOnly(directory, OWNER_DIRECTORY));
    } catch (IOException e) {
      throw new UncheckedIOException("The state directory cannot be created: " + directory, e);
    }
  }

  /** Nothing on file systems without owners, such as those of Windows. */
  private static FileAttribute<?>[] ownerOnly(Path where, Set<PosixFilePermission> permissions) {
    boolean posix = where.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
        : new FileAttribute<?>[0];
  }
}

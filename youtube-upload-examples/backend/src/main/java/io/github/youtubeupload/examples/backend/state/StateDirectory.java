package io.github.youtubeupload.examples.backend.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that only this process's user may read. */
public final class StateDirectory {
  private static final Set<PosixFilePermission> OWNER_DIRECTORY =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> OWNER_FILE =
      PosixFilePermissions.fromString("rw-------");

  private final Path root;

  /** Creates it if it is missing. */
  public StateDirectory(Path root) {
    this.root = create(root);
  }

  /** The directory itself. */
  public Path root() {
    return root;
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

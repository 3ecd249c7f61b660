package io.github.youtubeupload.internal.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A directory that only its owner can read, and whose changes survive the end of the machine. A
 * thread that is interrupted, as one is that shall stop an upload, can still read and write here:
 * it has to write down that it stopped. It stays interrupted.
 */
public final class PrivateDirectory {
  private static final Logger LOG = LoggerFactory.getLogger(PrivateDirectory.class);
  private static final Set<PosixFilePermission> OWNER_DIRECTORY =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> OWNER_FILE =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> OWNER_WRITES =
      PosixFilePermissions.fromString("-w-------");

  private final Path path;
  private final boolean posix;

  private PrivateDirectory(Path path, boolean posix) {
    this.path = path;
    this.posix = posix;
  }

  /** Opens a directory, and creates it with its parents where they are missing. */
  public static PrivateDirectory open(Path wanted) throws IOException {
    boolean posix = wanted.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (!Files.isDirectory(wanted)) {
      Files.createDirectories(wanted, only(OWNER_DIRECTORY, posix));
    }
    Path path = wanted.toRealPath();
    if (posix) {
      closeToOthers(path);
    } else {
      LOG.info("{} has no POSIX permissions: its access control is up to the host", path);
    }
    return new PrivateDirectory(path, posix);
  }

  /**
   * Opens a directory in a place where everybody can make names, such as {@code /tmp}: not one that
   * somebody else made, nor a link to somewhere else.
   */
  public static PrivateDirectory openOwn(Path wanted) throws IOException {
    boolean posix = wanted.getFileSystem().supportedFileAttributeViews().contains("posix");
    try {
      Files.createDirectory(wanted, only(OWNER_DIRECTORY, posix));
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(wanted, LinkOption.NOFOLLOW_LINKS)) {
        throw new NotDirectoryException(wanted + " is a file or a link");
      }
      if (posix) {
        requireOwn(wanted);
      }
    }
    return open(wanted);
  }

  /** Compares with a file made now: the name of a user need not be known to the system. */
  private static void requireOwn(Path directory) throws IOException {
    UserPrincipal owner = Files.getOwner(directory, LinkOption.NOFOLLOW_LINKS);
    Path ours = Files.createTempFile("youtube-upload", ".owner");
    try {
      if (!Files.getOwner(ours).equals(owner)) {
        throw new AccessDeniedException(directory + " belongs to another user, " + owner);
      }
    } finally {
      Files.delete(ours);
    }
  }

  private static void closeToOthers(Path path) throws IOException {
    if (Files.getPosixFilePermissions(path).equals(OWNER_DIRECTORY)) {
      return;
    }
    try {
      Files.setPosixFilePermissions(path, OWNER_DIRECTORY);
    } catch (IOException e) {
      LOG.warn("{} has other permissions than its owner's, and could not be changed", path, e);
    }
  }

  private static FileAttribute<?>[] only(Set<PosixFilePermission> permissions, boolean posix) {
    return posix
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
        : new FileAttribute<?>[0];
  }

  /** Its real path. */
  public Path path() {
    return path;
  }

  /** Fails if the directory was deleted since it was opened. */
  public void requirePresent() throws IOException {
    requirePresent("");
  }

  /** The same for a child. */
  public void requirePresent(String child) throws IOException {
    Path wanted = path.resolve(child);
    if (!Files.isDirectory(wanted)) {
      throw new NotDirectoryException(wanted + " was there and is gone");
    }
  }

  /** Makes sure that an empty file exists that nobody may read, for locks. */
  Path lockFile(String name) throws IOException {
    Path file = path.resolve(name);
    try {
      return Files.exists(file) ? file : Files.createFile(file, only(OWNER_WRITES, posix));
    } catch (FileAlreadyExistsException e) {
      return file;
    }
  }

  /** Reads a file, or its beginning if it is longer than the limit. */
  public byte[] read(String name, int limit) throws IOException {
    return DespiteInterrupts.run(
        () -> {
          try (InputStream in = Files.newInputStream(path.resolve(name))) {
            return in.readNBytes(limit);
          }
        });
  }

  /** Whether there is a file of this name. */
  public boolean exists(String name) {
    return Files.exists(path.resolve(name));
  }

  /** When a file was last modified, as the file system keeps it; the epoch if there is none. */
  public Instant lastModified(String name) throws IOException {
    try {
      return Files.getLastModifiedTime(path.resolve(name)).toInstant();
    } catch (NoSuchFileException e) {
      return Instant.EPOCH;
    }
  }

  /** The names of the files and directories in a child, in order; empty if there is no child. */
  public List<String> names(String child) throws IOException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(path.resolve(child))) {
      for (Path file : files) {
        names.add(String.valueOf(file.getFileName()));
      }
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    names.sort(Comparator.naturalOrder());
    return names;
  }

  /** Makes sure that a child exists, as private as this one. */
  public void makeChild(String child) throws IOException {
    Path made = path.resolve(child);
    if (!Files.isDirectory(made)) {
      Files.createDirectories(made, only(OWNER_DIRECTORY, posix));
    }
  }

  /** Writes a file anew. When this returns, its bytes are on the disk. */
  public void write(String name, byte[] content) throws IOException {
    write(name, content, null);
  }

  /** The same, and says when the file was last modified. */
  public void write(String name, byte[] content, @Nullable Instant lastModified)
      throws IOException {
    Path file = path.resolve(name);
    Set<StandardOpenOption> fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    DespiteInterrupts.run(
        () -> {
          Files.deleteIfExists(file);
          try (FileChannel channel = FileChannel.open(file, fresh, only(OWNER_FILE, posix))) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
              channel.write(bytes);
            }
            if (lastModified != null) {
              Files.setLastModifiedTime(file, FileTime.from(lastModified));
            }
            channel.force(true);
            return true;
          }
        });
  }

  /**
   * Adds whole lines to a file, in place of a line without an end that a crash has left there. When
   * this returns, they are on the disk.
   *
   * @return whether the file is new, so that its directory needs a {@link #sync}
   */
  public boolean appendLines(String name, byte[] lines) throws IOException {
    Path file = path.resolve(name);
    boolean fresh = !Files.exists(file);
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    return DespiteInterrupts.run(
        () -> {
          try (FileChannel channel = FileChannel.open(file, options, only(OWNER_FILE, posix))) {
            long end = channel.size();
            ByteBuffer last = ByteBuffer.allocate(1);
            while (end > 0 && channel.read(last.clear(), end - 1) == 1 && last.get(0) != '\n') {
              end--;
            }
            channel.truncate(end);
            ByteBuffer bytes = ByteBuffer.wrap(lines);
            while (bytes.hasRemaining()) {
              channel.write(bytes, end + bytes.position());
            }
            channel.force(true);
            return fresh;
          }
        });
  }

  /** Puts one file in the place of another, at once or not at all. */
  public void replace(String newName, String oldName) throws IOException {
    Files.move(path.resolve(newName), path.resolve(oldName), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Removes a file if it exists. */
  public void delete(String name) throws IOException {
    Files.deleteIfExists(path.resolve(name));
  }

  /** When this returns, creations, replacements and deletions are on the disk. */
  public void sync() throws IOException {
    sync("");
  }

  /** The same for those in a child. */
  public void sync(String child) throws IOException {
    if (!posix) {
      return; // Windows cannot open a directory, and NTFS keeps a journal of names by itself
    }
    DespiteInterrupts.run(
        () -> {
          try (FileChannel channel =
              FileChannel.open(path.resolve(child), StandardOpenOption.READ)) {
            channel.force(true);
            return true;
          }
        });
  }
}

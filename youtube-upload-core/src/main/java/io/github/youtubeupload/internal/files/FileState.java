package io.github.youtubeupload.internal.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * What the file system says of a file.
 *
 * @param identity the inode where the file system has one, null elsewhere; without the device,
 *     which many file systems number anew at each mount
 */
public record FileState(long size, FileTime modified, @Nullable String identity) {
  private static final int HEAD = 1024;

  public static FileState of(Path path) throws IOException {
    BasicFileAttributes attributes = attributes(path);
    if (attributes.isDirectory()) {
      throw new IOException(path + " is a directory; a video is a file");
    }
    if (!attributes.isRegularFile()) {
      throw new IOException(path + " is not a regular file; for a pipe use a live source");
    }
    if (attributes.size() == 0) {
      throw new IOException(path + " is empty; YouTube refuses an empty video");
    }
    Object key = attributes.fileKey();
    String identity = key == null ? null : key.toString().replaceFirst("dev=[^,]*,", "");
    return new FileState(attributes.size(), attributes.lastModifiedTime(), identity);
  }

  private static BasicFileAttributes attributes(Path path) throws IOException {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class);
    } catch (NoSuchFileException e) {
      throw new IOException(path + " does not exist", e);
    } catch (AccessDeniedException e) {
      throw new IOException(path + " cannot be read: permission denied", e);
    }
  }

  public static byte[] head(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(HEAD);
    } catch (AccessDeniedException e) {
      throw new IOException(path + " cannot be read: permission denied", e);
    }
  }

  /** Says what differs, for people. */
  public String differenceTo(FileState now) {
    if (now.size != size) {
      return "its size went from " + size + " to " + now.size + " bytes";
    }
    return now.modified.equals(modified) ? "it is another file" : "it was modified";
  }
}

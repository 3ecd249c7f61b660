package io.github.youtubeupload.internal.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** Says what is wrong with a file or its disk, and what to do about it. */
public final class FileTrouble {
  private FileTrouble() {}

  /**
   * One sentence without its full stop. The system's own words depend on its language, so the file
   * system is asked first.
   *
   * @param path what was to be used; the failure may name a part of it
   */
  public static String explain(Path path, IOException failure) {
    Path nearest = nearestExisting(path.toAbsolutePath());
    String said = reason(failure);
    if (!Files.isDirectory(nearest) && !nearest.equals(path.toAbsolutePath())) {
      return nearest
          + " is a file where a directory must be: move it away, or choose another place";
    }
    if (failure instanceof FileAlreadyExistsException || failure instanceof NotDirectoryException) {
      return said.contains("is gone")
          ? said + ": put it back, or open the store anew to begin with nothing"
          : nearest + " is a file where a directory must be: move it away, or choose another place";
    }
    if (isReadOnly(nearest, said)) {
      return "the file system of "
          + (nearest + " is mounted read-only: mount it writable, or choose another place");
    }
    if (failure instanceof AccessDeniedException denied) {
      return "the user of this process may not use "
          + (denied.getFile() + ": give it to that user, or the right to read and write there");
    }
    if (isFull(nearest, said)) {
      return "there is no room left for " + (nearest + " (" + said + "): make room and try again");
    }
    return failure.getClass().getSimpleName() + " (" + said + ")";
  }

  private static Path nearestExisting(Path path) {
    Path nearest = path;
    while (!Files.exists(nearest) && nearest.getParent() != null) {
      nearest = nearest.getParent();
    }
    return nearest;
  }

  private static boolean isReadOnly(Path path, String said) {
    try {
      return said.contains("Read-only file system") || Files.getFileStore(path).isReadOnly();
    } catch (IOException e) {
      return false; // it cannot even be asked, and the failure itself will say why
    }
  }

  private static boolean isFull(Path path, String said) {
    try {
      return said.contains("No space left")
          || said.contains("quota exceeded")
          || said.contains("File too large")
          || Files.getFileStore(path).getUsableSpace() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static String reason(IOException failure) {
    String reason =
        failure instanceof FileSystemException known && known.getReason() != null
            ? known.getReason()
            : failure.getMessage();
    return String.valueOf(reason);
  }
}

package io.github.youtubeupload.examples.backend.upload;

import io.github.youtubeupload.examples.backend.state.StateDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The files that callers have sent: each in a directory named after its upload, gone when the
 * upload has ended. Tomcat writes them under {@code receiving} first, on the same disk, so that
 * taking one over is a rename.
 */
@Component
final class IncomingFiles {
  private static final Logger LOG = LoggerFactory.getLogger(IncomingFiles.class);

  private static final String NOTE = ".note";
  private static final String PAUSED = ".paused";

  private final StateDirectory state;
  private final Path incoming;
  private final Path receiving;

  IncomingFiles(StateDirectory state) {
    this.state = state;
    this.incoming = state.directory("incoming");
    this.receiving = state.directory("receiving");
  }

  /** Where Tomcat puts what is still arriving. */
  Path receiving() {
    return receiving;
  }

  /** Bytes that still fit on the disk. */
  long room() throws IOException {
    return state.room();
  }

  /** A place for the upload's file, under a name that is safe on every disk. */
  Path place(String uploadId, String submittedName) throws IOException {
    String name = submittedName.replaceAll(".*[/\\\\]", "").replaceAll("[^\\p{L}\\p{N}._ -]", "_");
    String kept = name.substring(Math.max(0, name.length() - 80)).strip();
    Path directory = Files.createDirectories(incoming.resolve(uploadId));
    String visible = kept.isBlank() || kept.startsWith(".") ? "video" + kept : kept;
    try {
      return directory.resolve(visible);
    } catch (InvalidPathException e) {
      // in the POSIX locale a path takes ASCII only
      return directory.resolve(visible.replaceAll("[^\\p{ASCII}]", "_"));
    }
  }

  /** Whether the owner wants the upload to rest; survives the process. */
  boolean isPaused(String uploadId) {
    return Files.exists(incoming.resolve(uploadId).resolve(PAUSED));
  }

  void markPaused(String uploadId, boolean paused) throws IOException {
    Path directory = incoming.resolve(uploadId);
    if (paused) {
      Files.createDirectories(directory);
      StateDirectory.write(directory.resolve(PAUSED), new byte[0]);
    } else {
      Files.deleteIfExists(directory.resolve(PAUSED));
    }
  }

  /** Keeps a short text for the upload, next to where its file would be. */
  void writeNote(String uploadId, String text) throws IOException {
    Path directory = Files.createDirectories(incoming.resolve(uploadId));
    StateDirectory.write(directory.resolve(NOTE), text.getBytes(StandardCharsets.UTF_8));
  }

  Optional<String> readNote(String uploadId) {
    Path note = incoming.resolve(uploadId).resolve(NOTE);
    try {
      return Files.exists(note) ? Optional.of(Files.readString(note)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot be read: " + note, e);
    }
  }

  void delete(String uploadId) {
    deleteAll(incoming.resolve(uploadId));
  }

  /** Removes what no live upload needs, such as what a killed process left half received. */
  void sweep(Set<String> liveUploadIds) {
    children(receiving).forEach(IncomingFiles::deleteAll);
    for (Path directory : children(incoming)) {
      if (!liveUploadIds.contains(String.valueOf(directory.getFileName()))) {
        LOG.info("Removing a file that no upload needs any more");
        deleteAll(directory);
      }
    }
  }

  private static List<Path> children(Path directory) {
    try (Stream<Path> found = Files.list(directory)) {
      return found.toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot be read: " + directory, e);
    }
  }

  private static void deleteAll(Path path) {
    try {
      if (Files.isDirectory(path)) {
        children(path).forEach(IncomingFiles::deleteAll);
      }
      Files.deleteIfExists(path);
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("Not deleted, the next start tries again: {} ({})", path, e.getMessage());
    }
  }
}

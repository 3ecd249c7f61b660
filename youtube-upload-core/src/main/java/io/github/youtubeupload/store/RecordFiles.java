package io.github.youtubeupload.store;

import io.github.youtubeupload.internal.files.FileLocks;
import io.github.youtubeupload.internal.files.PrivateDirectory;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of the journal: one for each upload, replaced at once or not at all. */
final class RecordFiles {
  static final String ENDING = ".json";
  private static final String UNFINISHED = ".tmp";
  private static final String SET_ASIDE = "set-aside";
  private static final int WRITE_ATTEMPTS = 5;

  /** Google's metadata has at most about 10 kB; what is longer is no record. */
  private static final int MAX_BYTES = 1 << 20;

  private static final Logger LOG = LoggerFactory.getLogger(RecordFiles.class);

  private final PrivateDirectory directory;
  private final FileLocks locks;
  private final RecordFormat format;

  RecordFiles(PrivateDirectory directory, RecordFormat format) {
    this.directory = directory;
    this.locks = new FileLocks(directory, "owners.lock");
    this.format = format;
  }

  Path pathOf(RecordName name) {
    return directory.path().resolve(name.file());
  }

  Path pathOfAside(RecordName name) {
    return directory.path().resolve(SET_ASIDE).resolve(name.file());
  }

  /** Each owner of an upload holds the byte at its {@link RecordName#lockPosition}. */
  FileLocks locks() {
    return locks;
  }

  RecordLookup read(RecordName name) throws IOException {
    RecordLookup stored = read(name.file());
    if (stored instanceof RecordLookup.Missing) {
      directory.requirePresent(); // a journal that is gone does not mean an upload that never was
    }
    return stored;
  }

  private RecordLookup read(String file) throws IOException {
    byte[] content;
    try {
      content = directory.read(file, MAX_BYTES + 1);
    } catch (NoSuchFileException e) {
      return new RecordLookup.Missing();
    }
    if (content.length > MAX_BYTES) {
      return new RecordLookup.Damaged("it is longer than any record");
    }
    RecordLookup stored = format.decode(content);
    if (stored instanceof RecordLookup.Found whole
        && !RecordName.of(whole.record().uploadId()).file().equals(file)) {
      return new RecordLookup.Damaged("it is the record of another upload than its name says");
    }
    return stored;
  }

  /**
   * All records that can be read. Others are reported, and the damaged ones moved out of the way.
   */
  List<UploadRecord> readAll() throws IOException {
    List<UploadRecord> records = new ArrayList<>();
    for (String file : filesBetween("", ENDING)) {
      try {
        RecordLookup stored = read(file);
        if (stored instanceof RecordLookup.Found whole) {
          records.add(whole.record());
        } else if (stored instanceof RecordLookup.Unreadable outOfReach) {
          LOG.warn("Left out {} in {}: {}", file, directory.path(), outOfReach.why());
        } else if (stored instanceof RecordLookup.Damaged damaged) {
          setAside(file, damaged.why());
        }
      } catch (IOException e) {
        LOG.warn("Left out {} in {}: it could not be read or moved", file, directory.path(), e);
      }
    }
    return records;
  }

  private void setAside(String file, String why) throws IOException {
    PrivateDirectory aside = PrivateDirectory.open(directory.path().resolve(SET_ASIDE));
    String name = file;
    for (int copy = 2; Files.exists(aside.path().resolve(name)); copy++) {
      name = file + "." + copy;
    }
    directory.replace(file, SET_ASIDE + "/" + name);
    aside.sync();
    directory.sync();
    LOG.warn("{} is no record of an upload: {}. It is now {}/{}", file, why, aside.path(), name);
  }

  /**
   * Replaces a record, if the one in place is still the expected one.
   *
   * @param owner names the claim that writes
   * @param expected names the claim that wrote the record in place; null if there is none
   */
  void write(RecordName name, UploadRecord record, String owner, @Nullable String expected)
      throws IOException {
    byte[] content = format.encode(record, owner);
    if (content.length > MAX_BYTES) {
      throw new IOException(
          "it has " + content.length + " bytes, and at most " + MAX_BYTES + " fit");
    }
    String unfinished = name.stem() + "." + owner + UNFINISHED;
    for (int attempt = 1; ; attempt++) {
      try {
        directory.write(unfinished, content);
        requireOwner(name, owner, expected);
        directory.replace(unfinished, name.file());
        return;
      } catch (NoSuchFileException e) {
        // A store that was just opened took the unfinished file for one left by a crash.
        directory.requirePresent();
        if (attempt == WRITE_ATTEMPTS) {
          throw e;
        }
      } catch (IOException | RuntimeException e) {
        removeAfter(e, unfinished);
        throw e;
      }
    }
  }

  private void removeAfter(Exception failure, String unfinished) {
    try {
      directory.delete(unfinished);
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  void delete(RecordName name, String owner, @Nullable String expected) throws IOException {
    requireOwner(name, owner, expected);
    directory.delete(name.file());
  }

  /**
   * The fence. A lock is enough while the file system keeps its word; this is for when it does not:
   * a network mount that lost its locks, a lock file removed by hand, the library loaded twice in a
   * JVM. Each claim first writes its own name into the record, so whoever owned it before finds a
   * stranger's and stops. It stands right before the replacement: should an old owner still slip
   * through, then the new one finds a stranger at its next save. Of two, at most one goes on.
   */
  private void requireOwner(RecordName name, String owner, @Nullable String expected)
      throws IOException {
    RecordLookup stored = read(name);
    boolean own =
        stored instanceof RecordLookup.Found whole
            ? whole.owner().equals(owner) || whole.owner().equals(expected)
            : stored instanceof RecordLookup.Missing && expected == null;
    if (!own) {
      throw new LostOwnershipException();
    }
  }

  void sync() throws IOException {
    directory.sync();
  }

  /** Removes what crashes left unfinished. It may hit a file in the making; see {@link #write}. */
  void sweep(String start) throws IOException {
    for (String file : filesBetween(start, UNFINISHED)) {
      directory.delete(file);
    }
  }

  private List<String> filesBetween(String start, String end) throws IOException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory.path())) {
      for (Path file : files) {
        String name = String.valueOf(file.getFileName());
        if (name.startsWith(start) && name.endsWith(end) && Files.isRegularFile(file)) {
          names.add(name);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return names;
  }
}

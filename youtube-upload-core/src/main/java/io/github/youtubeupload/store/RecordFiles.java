package io.github.youtubeupload.store;

import io.github.youtubeupload.internal.files.FileLocks;
import io.github.youtubeupload.internal.files.PrivateDirectory;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of the journal: one for each upload, replaced at once or not at all. Those of uploads
 * that have ended lie apart, so that what is over costs nothing: no method here lists a directory.
 */
final class RecordFiles {
  private static final String UNFINISHED = ".tmp";
  private static final String SET_ASIDE = "set-aside";
  private static final int WRITE_ATTEMPTS = 5;

  /** Google's metadata has at most about 10 kB; what is longer is no record. */
  private static final int MAX_BYTES = 1 << 20;

  /** File systems differ in the years they know; a time beyond them is kept in the record alone. */
  private static final Instant LATEST_FILE_TIME = Instant.parse("2100-01-01T00:00:00Z");

  private static final Logger LOG = LoggerFactory.getLogger(RecordFiles.class);

  private final PrivateDirectory directory;
  private final FileLocks locks;
  private final RecordFormat format;

  RecordFiles(PrivateDirectory directory, RecordFormat format) {
    this.directory = directory;
    this.locks = new FileLocks(directory, "owners.lock");
    this.format = format;
  }

  PrivateDirectory directory() {
    return directory;
  }

  /** Where a person finds the record. */
  Path pathOf(RecordName name) {
    String file = directory.exists(name.active()) ? name.active() : name.ended();
    return directory.path().resolve(directory.exists(file) ? file : name.active());
  }

  Path pathOfAside(RecordName name) {
    return directory.path().resolve(SET_ASIDE).resolve(name.file());
  }

  /** Each owner of an upload holds the byte at its {@link RecordName#lockPosition}. */
  FileLocks locks() {
    return locks;
  }

  RecordLookup read(RecordName name) throws IOException {
    RecordLookup active = read(name.active());
    if (!(active instanceof RecordLookup.Missing)) {
      return active;
    }
    // A record that ends just now is in this place before it leaves the other.
    RecordLookup ended = read(name.ended());
    if (ended instanceof RecordLookup.Missing) {
      // A journal that is gone does not mean an upload that never was.
      directory.requirePresent(RecordName.ACTIVE);
      directory.requirePresent(RecordName.ENDED);
    }
    return ended;
  }

  RecordLookup read(String file) throws IOException {
    byte[] content;
    try {
      content = directory.read(file, MAX_BYTES + 1);
    } catch (NoSuchFileException e) {
      return new RecordLookup.Missing();
    }
    if (content.length > MAX_BYTES) {
      return new RecordLookup.Damaged("it is longer than any record");
    }
    RecordLookup lookup = format.decode(content);
    if (lookup instanceof RecordLookup.Found found
        && !file.endsWith("/" + RecordName.of(found.record().uploadId()).file())) {
      return new RecordLookup.Damaged("it is the record of another upload than its name says");
    }
    return lookup;
  }

  void setAside(String file, String why) throws IOException {
    directory.makeChild(SET_ASIDE);
    String bare = file.substring(file.lastIndexOf('/') + 1);
    String name = bare;
    for (int copy = 2; directory.exists(SET_ASIDE + "/" + name); copy++) {
      name = bare + "." + copy;
    }
    directory.replace(file, SET_ASIDE + "/" + name);
    directory.sync(SET_ASIDE);
    Path now = directory.path().resolve(SET_ASIDE).resolve(name);
    LOG.warn("{} is no record of an upload: {}. It is now {}", file, why, now);
  }

  /**
   * Replaces a record, if the one in place is still the expected one. To be followed by {@link
   * #sync}.
   *
   * @param stamp the new one's, of the claim that writes
   * @param expected the stamp of the record in place; null if there is none
   */
  void write(RecordName name, UploadRecord record, Stamp stamp, @Nullable Stamp expected)
      throws IOException {
    byte[] content = format.encode(record, stamp);
    if (content.length > MAX_BYTES) {
      throw new IOException(
          "it has " + content.length + " bytes, and at most " + MAX_BYTES + " fit");
    }
    String unfinished = RecordName.ACTIVE + "/" + name.stem() + "." + stamp.claim() + UNFINISHED;
    for (int attempt = 1; ; attempt++) {
      try {
        directory.write(unfinished, content, fileTime(record));
        requireOwner(name, stamp, expected);
        directory.replace(unfinished, name.active());
        return;
      } catch (NoSuchFileException e) {
        // A store that was just opened took the unfinished file for one left by a crash.
        directory.requirePresent(RecordName.ACTIVE);
        if (attempt == WRITE_ATTEMPTS) {
          throw e;
        }
      } catch (IOException | RuntimeException e) {
        removeAfter(e, unfinished);
        throw e;
      }
    }
  }

  /** By it, whoever looks for a time need not read every record. */
  private static Instant fileTime(UploadRecord record) {
    Instant time = record.updatedAt();
    Instant known = time.isBefore(Instant.EPOCH) ? Instant.EPOCH : time;
    return known.isAfter(LATEST_FILE_TIME) ? LATEST_FILE_TIME : known;
  }

  private void removeAfter(Exception failure, String unfinished) {
    try {
      directory.delete(unfinished);
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  /** When this returns, the record that was written survives the machine. */
  void sync() throws IOException {
    directory.sync(RecordName.ACTIVE);
  }

  /**
   * Puts the record of an upload that has ended where it is in nobody's way. It counts in either
   * place, so this needs no sync and may fail.
   */
  void putAway(RecordName name) {
    try {
      directory.makeChild(name.shard());
      directory.replace(name.active(), name.ended());
    } catch (IOException e) {
      LOG.warn("{} in {} stays where it is", name.active(), directory.path(), e);
    }
  }

  /** The older place first: what is left if the process ends in between is the newer record. */
  void delete(RecordName name, Stamp stamp, @Nullable Stamp expected) throws IOException {
    requireOwner(name, stamp, expected);
    directory.delete(name.ended());
    directory.delete(name.active());
  }

  /**
   * The fence. A lock is enough while the file system keeps its word; this is for when it does not:
   * a network mount that lost its locks, a lock file removed by hand, a process whose superuser
   * read it, the library loaded twice in a JVM. Every writing leaves a stamp of its own, so whoever
   * claimed the upload before finds a stranger's and stops. Of two, the first that saves goes on.
   */
  private void requireOwner(RecordName name, Stamp stamp, @Nullable Stamp expected)
      throws IOException {
    RecordLookup lookup = read(name);
    boolean own =
        lookup instanceof RecordLookup.Found found
            ? found.stamp().isOfSameClaim(stamp) || found.stamp().equals(expected)
            : lookup instanceof RecordLookup.Missing && expected == null;
    if (!own) {
      throw new LostOwnershipException();
    }
  }

  /** Removes what crashes left unfinished. It may hit a file in the making; see {@link #write}. */
  void sweep() throws IOException {
    for (String name : directory.names(RecordName.ACTIVE)) {
      if (name.endsWith(UNFINISHED)) {
        directory.delete(RecordName.ACTIVE + "/" + name);
      }
    }
  }
}

package io.github.youtubeupload.quota;

import io.github.youtubeupload.internal.files.FileLocks;
import io.github.youtubeupload.internal.files.FileTrouble;
import io.github.youtubeupload.internal.files.PrivateDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * The ledger in one small file that is read, changed and put back whole, under a lock: a process
 * that dies in between leaves the ledger as it was. Reservations that are settled leave that file
 * at the next change, for {@link SettledFiles}.
 */
final class DirectoryQuotaStore implements QuotaStore {
  private static final String FILE = "ledger";
  private static final String UNFINISHED = ".new";
  private static final int LARGEST = 64 << 20;
  private static final int ATTEMPTS = 5;
  private static final byte[] NONE = {};
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final PrivateDirectory directory;
  private final FileLocks lock;
  private final SettledFiles settled;
  private final Clock clock;
  private final String newFile = FILE + "." + UUID.randomUUID() + UNFINISHED;

  private DirectoryQuotaStore(PrivateDirectory directory, Clock clock) {
    this.directory = directory;
    this.lock = new FileLocks(directory, "lock");
    this.settled = new SettledFiles(directory);
    this.clock = clock;
  }

  static DirectoryQuotaStore open(Path stateDirectory, Clock clock) {
    Path path = stateDirectory.resolve("quota");
    try {
      PrivateDirectory directory = PrivateDirectory.open(path);
      for (String name : directory.names("")) {
        if (name.endsWith(UNFINISHED)) {
          directory.delete(name); // left by a crash; a writer at work writes it again
        }
      }
      return new DirectoryQuotaStore(directory, clock);
    } catch (IOException e) {
      throw new QuotaStoreException(
          "Could not open the quota ledger in " + path + ": " + FileTrouble.explain(path, e), e);
    }
  }

  @Override
  public QuotaDecision reserve(QuotaReservation reservation) {
    return locked(ledger -> ledger.reserve(reservation, clock.instant()));
  }

  @Override
  public void settle(String project, String reservationId, QuotaSettlement settlement) {
    locked(
        ledger -> {
          ledger.settle(project, reservationId, settlement, clock.instant());
          return settlement;
        });
  }

  /** Needs no lock: the file is always whole, and nobody acts on the answer alone. */
  @Override
  public QuotaUsage usage(String project, String bucket) {
    try {
      return parse(read()).usage(project, bucket, clock.instant());
    } catch (IOException e) {
      throw failure(e);
    }
  }

  @Override
  public void refused(String project, String reservationId) {
    locked(
        ledger -> {
          ledger.refused(project, reservationId);
          return reservationId;
        });
  }

  @Override
  public List<QuotaEntry> entries(String project) {
    return locked(ledger -> ledger.entries(project, clock.instant()));
  }

  private interface Work<T> {
    T on(Ledger ledger) throws IOException;
  }

  private <T> T locked(Work<T> work) {
    try (FileLocks.Hold hold = lock.lock(0, PATIENCE)) {
      for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
        Optional<byte[]> found = read();
        Ledger ledger = parse(found);
        settled.add(ledger.newlySettled());
        ledger.newlySettledAreKept();
        T result = work.on(ledger);
        Optional<LocalDate> oldest = ledger.forgetOldDays();
        if (!ledger.isChanged() || replace(found, LedgerFormat.write(ledger))) {
          if (oldest.isPresent()) {
            settled.forgetBefore(oldest.get());
          }
          return result;
        }
      }
      throw new IOException(
          "others change it at the same time, so the locks of this file system are not to be trusted");
    } catch (UncheckedIOException e) {
      throw failure(Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /** Empty if nobody has reserved anything yet. */
  private Optional<byte[]> read() throws IOException {
    directory.requirePresent();
    try {
      return Optional.of(directory.read(FILE, LARGEST));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private Ledger parse(Optional<byte[]> content) throws IOException {
    if (content.isPresent()) {
      return LedgerFormat.read(content.get(), settled);
    }
    if (settled.hasAny()) {
      throw new DamagedLedgerException("it is gone, and the days that it counted are there");
    }
    return new Ledger(settled);
  }

  /**
   * The fence: a lock is lost when a superuser's process reads the lock file, or on a file system
   * that does not keep its word. False if somebody else has changed the ledger meanwhile.
   */
  private boolean replace(Optional<byte[]> found, byte[] content) throws IOException {
    directory.write(newFile, content);
    try {
      if (!Arrays.equals(found.orElse(NONE), read().orElse(NONE))) {
        return false;
      }
      directory.replace(newFile, FILE);
    } catch (NoSuchFileException e) {
      directory.requirePresent();
      return false; // a store that was just opened took it for one left by a crash
    }
    directory.sync();
    return true;
  }

  private QuotaStoreException failure(IOException e) {
    if (e instanceof DamagedLedgerException) {
      return new QuotaStoreException(
          ("The quota ledger %s cannot be trusted: %s. Nothing is granted until %s is put back from"
                  + " a backup or moved away; without it, today counts from zero")
              .formatted(directory.path().resolve(FILE), e.getMessage(), directory.path()),
          e);
    }
    return new QuotaStoreException(
        "Could not use the quota ledger in "
            + (directory.path() + ": " + FileTrouble.explain(directory.path(), e)),
        e);
  }
}

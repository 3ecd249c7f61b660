package io.github.youtubeupload.quota;

import io.github.youtubeupload.internal.files.FileLocks;
import io.github.youtubeupload.internal.files.PrivateDirectory;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * The ledger in one small file that is read, changed and put back whole, under a lock: a process
 * that dies in between leaves the ledger as it was.
 */
final class DirectoryQuotaStore implements QuotaStore {
  private static final String FILE = "ledger";
  private static final String NEW_FILE = "ledger.new";
  private static final int LARGEST = 64 << 20;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final PrivateDirectory directory;
  private final FileLocks lock;
  private final Clock clock;

  private DirectoryQuotaStore(PrivateDirectory directory, FileLocks lock, Clock clock) {
    this.directory = directory;
    this.lock = lock;
    this.clock = clock;
  }

  static DirectoryQuotaStore open(Path stateDirectory, Clock clock) {
    Path path = stateDirectory.resolve("quota");
    try {
      PrivateDirectory directory = PrivateDirectory.open(path);
      return new DirectoryQuotaStore(directory, new FileLocks(directory, "lock"), clock);
    } catch (IOException e) {
      throw new QuotaStoreException(
          "Could not open the quota ledger: "
              + path
              + " must be a directory of this process's user",
          e);
    }
  }

  @Override
  public QuotaDecision reserve(QuotaReservation reservation) {
    return locked(
        () -> {
          Ledger ledger = read();
          QuotaDecision decision = ledger.reserve(reservation, clock.instant());
          if (decision.granted()) {
            write(ledger);
          }
          return decision;
        });
  }

  @Override
  public void settle(String project, String reservationId, QuotaSettlement settlement) {
    locked(
        () -> {
          Ledger ledger = read();
          ledger.settle(project, reservationId, settlement, clock.instant());
          return write(ledger);
        });
  }

  @Override
  public QuotaUsage usage(String project, String bucket) {
    return locked(() -> read().usage(project, bucket, clock.instant()));
  }

  @Override
  public void refused(String project, String reservationId) {
    locked(
        () -> {
          Ledger ledger = read();
          ledger.refused(project, reservationId);
          return write(ledger);
        });
  }

  @Override
  public List<QuotaEntry> entries(String project) {
    return locked(() -> read().entries(project, clock.instant()));
  }

  private Ledger read() throws IOException {
    directory.requirePresent();
    byte[] content;
    try {
      content = directory.read(FILE, LARGEST);
    } catch (NoSuchFileException e) {
      return new Ledger(); // nobody has reserved anything yet
    }
    return LedgerFormat.read(content);
  }

  private Ledger write(Ledger ledger) throws IOException {
    directory.write(NEW_FILE, LedgerFormat.write(ledger));
    directory.replace(NEW_FILE, FILE);
    directory.sync();
    return ledger;
  }

  private interface Work<T> {
    T run() throws IOException;
  }

  private <T> T locked(Work<T> work) {
    try (FileLocks.Hold hold = lock.lock(0, PATIENCE)) {
      return work.run();
    } catch (DamagedLedgerException e) {
      throw new QuotaStoreException(
          ("The quota ledger %s cannot be trusted: %s. Nothing is granted until it is put back from a"
                  + " backup or moved away; without it, today counts from zero")
              .formatted(directory.path().resolve(FILE), e.getMessage()),
          e);
    } catch (IOException e) {
      throw new QuotaStoreException(
          "Could not use the quota ledger in " + directory.path() + ": " + e, e);
    }
  }
}

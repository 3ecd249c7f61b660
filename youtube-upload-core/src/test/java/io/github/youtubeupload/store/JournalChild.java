package io.github.youtubeupload.store;

import io.github.youtubeupload.contract.SampleRecords;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** What the second process does. */
final class JournalChild {
  static final String ID = "render-17";

  private JournalChild() {}

  public static void main(String[] arguments) throws IOException {
    UploadStore store = UploadStore.directory(Path.of(arguments[1]));
    switch (arguments[0]) {
      case "claim" -> claimAsTold(store);
      case "save" -> saveForEver(store);
      case "overflow" -> saveTooMuch(store);
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  /** Claims each upload it is told, and holds it. */
  private static void claimAsTold(UploadStore store) throws IOException {
    BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String id = orders.readLine(); id != null; id = orders.readLine()) {
      System.out.println(store.claim(id).isPresent() ? "mine" : "taken");
    }
  }

  private static void saveForEver(UploadStore store) {
    UploadClaim claim = store.claim(ID).orElseThrow();
    Optional<UploadRecord> found = claim.record();
    for (long n = found.map(UploadRecord::confirmed).orElse(0L) + 1; ; n++) {
      claim.save(numbered(n));
      System.out.println(n);
    }
  }

  /** A record that shows when part of it is missing or another's; its length changes with n. */
  static UploadRecord numbered(long n) {
    UploadRecord before = SampleRecords.accepted(ID);
    String why = Long.toString(n).repeat((int) (n * 37 % 3000));
    return before
        .sending(SampleRecords.SESSION, n, before.createdAt().plusNanos(n))
        .stopped(why, before.createdAt());
  }

  private static void saveTooMuch(UploadStore store) {
    try (UploadClaim claim = store.claim(ID).orElseThrow()) {
      claim.save(numbered(1));
      try {
        claim.save(numbered(1).stopped("x".repeat(100_000), SampleRecords.NOON));
        System.out.println("saved");
      } catch (UploadStoreException e) {
        System.out.println(e.getMessage());
      }
      System.out.println(store.find(ID).equals(Optional.of(numbered(1))));
      claim.save(numbered(2));
    }
  }
}

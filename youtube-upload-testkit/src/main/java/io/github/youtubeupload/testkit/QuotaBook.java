package io.github.youtubeupload.testkit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What every project has used of its buckets, by Pacific day. Thread-safe. */
final class QuotaBook {
  private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");

  private final Clock clock;
  private final Map<String, QuotaRules> projects;
  private final Map<Account, Long> used = new HashMap<>();

  private record Account(String project, Bucket bucket, LocalDate day) {}

  QuotaBook(Clock clock, Map<String, QuotaRules> projects) {
    this.clock = clock;
    this.projects = projects;
  }

  long uploadCost(String project) {
    return rules(project).uploadCost();
  }

  /** The refusal of an upload for which there is no room; charges nothing. */
  Optional<Refusal> uploadRefusal(String project) {
    QuotaRules rules = rules(project);
    return refusal(project, rules.uploadBucket(), rules.uploadCost());
  }

  /** Charges an upload, or refuses it and charges nothing. */
  synchronized Optional<Refusal> chargeUpload(String project) {
    QuotaRules rules = rules(project);
    return charge(project, rules.uploadBucket(), rules.uploadCost());
  }

  /** Charges 1 for an upload that was refused as invalid. */
  synchronized void chargeInvalidUpload(String project) {
    add(project, rules(project).uploadBucket(), 1);
  }

  /** Charges a bucket, or refuses and charges nothing. */
  synchronized Optional<Refusal> charge(String project, Bucket bucket, long units) {
    Optional<Refusal> refusal = refusal(project, bucket, units);
    if (refusal.isEmpty()) {
      add(project, bucket, units);
    }
    return refusal;
  }

  /** Adds to what is used, whatever the limit. */
  synchronized void add(String project, Bucket bucket, long units) {
    used.merge(account(project, bucket), units, Long::sum);
  }

  synchronized long used(String project, Bucket bucket) {
    return used.getOrDefault(account(project, bucket), 0L);
  }

  private synchronized Optional<Refusal> refusal(String project, Bucket bucket, long units) {
    long limit = rules(project).limit(bucket);
    if (used(project, bucket) <= limit - units) {
      return Optional.empty();
    }
    return Optional.of(
        bucket == Bucket.UPLOADS ? Refusals.uploadsPerDay(project, limit) : Refusals.sharedQuota());
  }

  private Account account(String project, Bucket bucket) {
    return new Account(project, bucket, LocalDate.ofInstant(clock.instant(), PACIFIC));
  }

  private QuotaRules rules(String project) {
    QuotaRules rules = projects.get(project);
    if (rules == null) {
      throw new IllegalArgumentException("The server has no project " + project);
    }
    return rules;
  }
}

package io.github.youtubeupload.testkit.internal.quota;

import io.github.youtubeupload.testkit.Bucket;
import io.github.youtubeupload.testkit.QuotaRules;
import io.github.youtubeupload.testkit.internal.refusal.Refusal;
import io.github.youtubeupload.testkit.internal.refusal.Refusals;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What every project has used of its buckets, by Pacific day. Thread-safe. */
public final class QuotaLedger {
  private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");

  private final Clock clock;
  private final Map<String, QuotaRules> projects;
  private final Map<Account, Long> used = new HashMap<>();

  private record Account(String project, Bucket bucket, LocalDate day) {}

  public QuotaLedger(Clock clock, Map<String, QuotaRules> projects) {
    this.clock = clock;
    this.projects = projects;
  }

  public long uploadCost(String project) {
    return rules(project).uploadCost();
  }

  /** The refusal of an upload for which there is no room; charges nothing. */
  public Optional<Refusal> uploadRefusal(String project) {
    QuotaRules rules = rules(project);
    return refusal(project, rules.uploadBucket(), rules.uploadCost());
  }

  /** Charges an upload, or refuses it and charges nothing. */
  public synchronized Optional<Refusal> chargeUpload(String project) {
    QuotaRules rules = rules(project);
    return charge(project, rules.uploadBucket(), rules.uploadCost());
  }

  /** Charges 1 for an upload that was refused as invalid. */
  public synchronized void chargeInvalidUpload(String project) {
    add(project, rules(project).uploadBucket(), 1);
  }

  /** Charges a bucket, or refuses and charges nothing. */
  public synchronized Optional<Refusal> charge(String project, Bucket bucket, long units) {
    Optional<Refusal> refusal = refusal(project, bucket, units);
    if (refusal.isEmpty()) {
      add(project, bucket, units);
    }
    return refusal;
  }

  /** Adds to what is used, whatever the limit. */
  public synchronized void add(String project, Bucket bucket, long units) {
    used.merge(account(project, bucket), units, Long::sum);
  }

  public synchronized long used(String project, Bucket bucket) {
    return used.getOrDefault(account(project, bucket), 0L);
  }

  private synchronized Optional<Refusal> refusal(String project, Bucket bucket, long units) {
    long limit = limit(rules(project), bucket);
    if (used(project, bucket) <= limit - units) {
      return Optional.empty();
    }
    return Optional.of(
        bucket == Bucket.UPLOADS ? Refusals.uploadsPerDay(project, limit) : Refusals.sharedQuota());
  }

  private static long limit(QuotaRules rules, Bucket bucket) {
    return bucket == Bucket.UPLOADS ? rules.uploadLimit() : rules.sharedLimit();
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

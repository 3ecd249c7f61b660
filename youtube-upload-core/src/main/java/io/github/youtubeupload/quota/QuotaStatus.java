package io.github.youtubeupload.quota;

import java.time.Instant;

/**
 * The answer to "is there room for an upload?", in units of the bucket that pays for uploads.
 *
 * @param canUpload whether at least one more upload fits today
 * @param used held or spent today
 * @param dailyLimit what the bucket holds a day
 * @param remaining what is left, 0 or more; 0 when Google said that the bucket is empty
 * @param uploadCost what one upload costs
 * @param uploadsRemaining how many more uploads fit today
 * @param resetsAt when the bucket is whole again
 */
public record QuotaStatus(
    boolean canUpload,
    long used,
    long dailyLimit,
    long remaining,
    long uploadCost,
    long uploadsRemaining,
    Instant resetsAt) {

  static QuotaStatus of(QuotaUsage usage, long limit, long cost) {
    long remaining = usage.exhausted() ? 0 : Math.max(0, limit - usage.used());
    long uploads = remaining / cost;
    return new QuotaStatus(
        uploads > 0, usage.used(), limit, remaining, cost, uploads, usage.resetsAt());
  }
}

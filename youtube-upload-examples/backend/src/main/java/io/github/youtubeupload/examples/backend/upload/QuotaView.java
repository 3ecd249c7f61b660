package io.github.youtubeupload.examples.backend.upload;

import io.github.youtubeupload.quota.QuotaStatus;
import java.time.Instant;

/** The quota as the API shows it. */
record QuotaView(
    boolean canUpload,
    long usedQuota,
    long dailyLimit,
    long remainingQuota,
    long uploadCost,
    long maxUploadsRemaining,
    Instant resetsAt) {

  static QuotaView of(QuotaStatus quota) {
    return new QuotaView(
        quota.canUpload(),
        quota.used(),
        quota.dailyLimit(),
        quota.remaining(),
        quota.uploadCost(),
        quota.uploadsRemaining(),
        quota.resetsAt());
  }
}

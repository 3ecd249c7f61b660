package io.github.youtubeupload.quota;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * A wish to spend.
 *
 * @param id names this reservation for ever, within its project: the upload's id and the attempt
 * @param project the Google Cloud project that pays
 * @param bucket the bucket that pays, such as {@link QuotaPolicy#UPLOADS}
 * @param units how many, 1 or more
 * @param limit the bucket's daily limit, 0 or more
 * @param uploadId the upload it is for, for the chronology
 * @param lease how long an unsettled reservation is kept for a process that may have died
 */
public record QuotaReservation(
    String id,
    String project,
    String bucket,
    long units,
    long limit,
    String uploadId,
    Duration lease) {

  public QuotaReservation {
    requireNonNull(id, "id");
    requireNonNull(project, "project");
    requireNonNull(bucket, "bucket");
    requireNonNull(uploadId, "uploadId");
    if (units < 1) {
      throw new IllegalArgumentException("units must be 1 or more, was " + units);
    }
    if (limit < 0) {
      throw new IllegalArgumentException("limit must be 0 or more, was " + limit);
    }
    if (lease.isNegative() || lease.isZero()) {
      throw new IllegalArgumentException("lease must be above zero, was " + lease);
    }
  }
}

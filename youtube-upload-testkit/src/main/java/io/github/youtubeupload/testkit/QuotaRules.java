package io.github.youtubeupload.testkit;

/**
 * A project's daily allowances and what an upload costs. Days begin at midnight in
 * America/Los_Angeles, by the server's clock. Other calls cost what Google's table says: 1 to read,
 * 50 to change or delete; an invalid request costs 1.
 *
 * @param uploadBucket the bucket that {@code videos.insert} is charged to
 * @param uploadCost units for each session opened, or each upload without a session
 * @param uploadLimit units a day in {@link Bucket#UPLOADS}
 * @param sharedLimit units a day in {@link Bucket#SHARED}
 */
public record QuotaRules(Bucket uploadBucket, long uploadCost, long uploadLimit, long sharedLimit) {
  /** Google's preset since June 2026: 100 uploads a day at 1, and 10,000 units for the rest. */
  public static QuotaRules today() {
    return new QuotaRules(Bucket.UPLOADS, 1, 100, 10_000);
  }

  /** One pool of 10,000 units in which an upload costs 1600: six uploads a day. */
  public static QuotaRules plainPool() {
    return new QuotaRules(Bucket.SHARED, 1600, 0, 10_000);
  }

  /** No limit that a test could reach. */
  public static QuotaRules unlimited() {
    return new QuotaRules(Bucket.UPLOADS, 1, Long.MAX_VALUE, Long.MAX_VALUE);
  }

  /** The same rules with another number of uploads a day at the present cost. */
  public QuotaRules uploadsPerDay(long uploads) {
    return uploadBucket == Bucket.UPLOADS
        ? new QuotaRules(uploadBucket, uploadCost, uploads * uploadCost, sharedLimit)
        : new QuotaRules(uploadBucket, uploadCost, uploadLimit, uploads * uploadCost);
  }
}

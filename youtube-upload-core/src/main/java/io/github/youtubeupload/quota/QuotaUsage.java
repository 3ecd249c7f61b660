package io.github.youtubeupload.quota;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One bucket on one Pacific day.
 *
 * @param day the day in {@code America/Los_Angeles}, by the store's clock
 * @param used units held or spent; can pass the limit when a limit was lowered or a late settlement
 *     came in
 * @param exhausted whether Google said on this day that the bucket is empty
 * @param resetsAt when the next day begins
 */
public record QuotaUsage(LocalDate day, long used, boolean exhausted, Instant resetsAt) {}

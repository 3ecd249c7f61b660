package io.github.youtubeupload.quota;

/**
 * The answer to a reservation.
 *
 * @param granted whether the units are reserved
 * @param usage the bucket right after the decision
 */
public record QuotaDecision(boolean granted, QuotaUsage usage) {}

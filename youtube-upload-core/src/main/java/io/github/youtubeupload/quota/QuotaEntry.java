package io.github.youtubeupload.quota;

import java.time.Instant;
import java.util.Optional;

/**
 * A line of the ledger.
 *
 * @param reservationId the reservation
 * @param uploadId the upload it was for
 * @param bucket the bucket that paid
 * @param units how many
 * @param reservedAt when, by the store's clock
 * @param settlement what became of it; empty while it is held
 */
public record QuotaEntry(
    String reservationId,
    String uploadId,
    String bucket,
    long units,
    Instant reservedAt,
    Optional<QuotaSettlement> settlement) {}

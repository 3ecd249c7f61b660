package io.github.youtubeupload.quota.jdbc;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * What names a row of usage.
 *
 * @param project the Google Cloud project
 * @param bucket the bucket that paid
 * @param day the day in {@code America/Los_Angeles}
 */
@Embeddable
public record YouTubeQuotaUsageId(
    @Column(nullable = false) String project,
    @Column(nullable = false) String bucket,
    @Column(nullable = false) LocalDate day)
    implements Serializable {}

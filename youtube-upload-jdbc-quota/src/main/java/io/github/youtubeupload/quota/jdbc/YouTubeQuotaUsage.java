package io.github.youtubeupload.quota.jdbc;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One bucket on one Pacific day, for hosts that report with JPA. To be read only: it has no setters
 * and its columns are never written. Add it to the persistence unit's classes by name; without
 * {@code jakarta.persistence} on the class path it is never loaded.
 */
@Entity
@Table(name = "youtube_quota_usage")
public class YouTubeQuotaUsage {
  @EmbeddedId private @Nullable YouTubeQuotaUsageId id;

  @Column(nullable = false, insertable = false, updatable = false)
  private long used;

  @Column(nullable = false, insertable = false, updatable = false)
  private boolean exhausted;

  /** For the persistence provider. */
  protected YouTubeQuotaUsage() {}

  private YouTubeQuotaUsageId id() {
    return Objects.requireNonNull(id, "not loaded from the database");
  }

  /** The Google Cloud project. */
  public String getProject() {
    return id().project();
  }

  /** The bucket that paid, such as {@code uploads}. */
  public String getBucket() {
    return id().bucket();
  }

  /** The day in {@code America/Los_Angeles}. */
  public LocalDate getDay() {
    return id().day();
  }

  /**
   * Units held or spent. Those of a reservation whose process died are taken off by the next grant
   * of the day, so this can be more than {@code QuotaStore.usage} says; never less.
   */
  public long getUsed() {
    return used;
  }

  /** Whether Google said on this day that the bucket is empty. */
  public boolean isExhausted() {
    return exhausted;
  }
}

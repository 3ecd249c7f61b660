package io.github.youtubeupload.quota;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The day Google counts by: from midnight to midnight Pacific Time, so 23, 24 or 25 hours long
 * (source: Google's page on quota costs, and the window named in a live refusal).
 */
public final class QuotaDay {
  /** Pacific Time with its daylight saving. */
  public static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

  private QuotaDay() {}

  /** The day an instant falls in. */
  public static LocalDate of(Instant instant) {
    return LocalDate.ofInstant(instant, ZONE);
  }

  /** The moment a day ends and its quota is whole again. */
  public static Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZONE).toInstant();
  }
}

package io.github.youtubeupload.internal.protocol;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code Retry-After} (RFC 9110, section 10.2.3): seconds, or a date in one of the three
 * forms of HTTP. A date is counted from the answer's own {@code Date}, so that no clock of ours can
 * be wrong about it.
 */
final class RetryAfter {
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");
  private static final List<DateTimeFormatter> DATES =
      List.of(
          english("EEE, dd MMM yyyy HH:mm:ss 'GMT'"),
          new DateTimeFormatterBuilder()
              .appendPattern("EEEE, dd-MMM-")
              .appendValueReduced(ChronoField.YEAR, 2, 2, 2000)
              .appendPattern(" HH:mm:ss 'GMT'")
              .toFormatter(Locale.ENGLISH)
              .withZone(ZoneOffset.UTC),
          english("EEE MMM ppd HH:mm:ss yyyy"));

  private RetryAfter() {}

  /** How long to wait; empty if nothing is said, or nothing that can be understood. */
  static Optional<Duration> parse(@Nullable String retryAfter, @Nullable String date) {
    if (retryAfter == null) {
      return Optional.empty();
    }
    String value = retryAfter.strip();
    if (SECONDS.matcher(value).matches()) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
    }
    Optional<Instant> now = date == null ? Optional.empty() : instant(date.strip());
    return now.flatMap(
        from -> instant(value).filter(from::isBefore).map(until -> Duration.between(from, until)));
  }

  private static Optional<Instant> instant(String text) {
    for (DateTimeFormatter form : DATES) {
      try {
        return Optional.of(form.parse(text, Instant::from));
      } catch (DateTimeException e) {
        // the next form
      }
    }
    return Optional.empty();
  }

  private static DateTimeFormatter english(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
  }
}

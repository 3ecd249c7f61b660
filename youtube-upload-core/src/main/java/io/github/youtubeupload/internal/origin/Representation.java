package io.github.youtubeupload.internal.origin;

import java.io.IOException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What an answer says of the content: how to tell it from another one (RFC 9110, section 8.8).
 *
 * @param ranges whether parts of it can be asked for
 * @param etag the strong entity tag, the only kind that vouches for bytes
 * @param lastModified only if it is strong: a second or more before the answer was made
 */
public record Representation(
    OptionalLong length, boolean ranges, Optional<String> etag, Optional<String> lastModified) {

  public static Representation of(ResponseHead head) throws IOException {
    Optional<ByteRange> range = ByteRange.of(head);
    boolean partial = head.status() == 206;
    return new Representation(
        partial
            ? range.map(ByteRange::total).orElse(OptionalLong.empty())
            : BodyFraming.length(head),
        partial || head.header("Accept-Ranges").orElse("").strip().equalsIgnoreCase("bytes"),
        head.header("ETag").filter(tag -> tag.startsWith("\"")),
        head.header("Last-Modified").filter(modified -> isStrong(modified, head)));
  }

  private static boolean isStrong(String modified, ResponseHead head) {
    try {
      DateTimeFormatter http = DateTimeFormatter.RFC_1123_DATE_TIME;
      ZonedDateTime answered = ZonedDateTime.parse(head.header("Date").orElse(""), http);
      Duration age = Duration.between(ZonedDateTime.parse(modified, http), answered);
      return age.compareTo(Duration.ofSeconds(1)) >= 0;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  /** What {@code If-Range} takes; empty if nothing vouches for the bytes. */
  public Optional<String> validator() {
    return etag.or(() -> lastModified);
  }

  /** Whether broken transfers can be resumed without the danger of mixing two contents. */
  public boolean isResumable() {
    return length.isPresent() && ranges && validator().isPresent();
  }

  /** What differs, for people; empty if the other answer is about the same bytes. */
  public Optional<String> differenceTo(Representation now) {
    if (now.length.isPresent() && !now.length.equals(length)) {
      return Optional.of(
          "its size went from " + length.orElse(-1) + " to " + now.length.getAsLong() + " bytes");
    }
    if (etag.isPresent()) {
      return etag.equals(now.etag) ? Optional.empty() : Optional.of("its ETag is another one");
    }
    return lastModified.isPresent() && lastModified.equals(now.lastModified)
        ? Optional.empty()
        : Optional.of("its Last-Modified is another one");
  }

  public String fingerprint() {
    String by = etag.map(tag -> "etag=" + tag).orElse("modified=" + lastModified.orElse("none"));
    return "url:size=" + length.orElse(-1) + ";" + by;
  }
}

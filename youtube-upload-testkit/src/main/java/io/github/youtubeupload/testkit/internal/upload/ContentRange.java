package io.github.youtubeupload.testkit.internal.upload;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@code Content-Range} header.
 *
 * @param first offset of the first byte, or -1 in a question
 * @param last offset of the last byte, or -1 in a question; {@link #OPEN} for "to the end"
 * @param total bytes of the whole, or -1 while unknown
 */
record ContentRange(long first, long last, long total) {
  /** {@code bytes 0-*}{@code /N}, as Google's JavaScript client writes it. */
  static final long OPEN = -2;

  private static final Pattern FORM =
      Pattern.compile(
          "bytes (?:(\\d{1,18})-(\\d{1,18}|\\*)|\\*)/(\\d{1,18}|\\*)", Pattern.CASE_INSENSITIVE);

  /** Stands for a header that says nothing that makes sense. */
  static final ContentRange UNREADABLE = new ContentRange(-1, -1, Long.MAX_VALUE);

  /** Reads the header; empty if it says nothing that makes sense. */
  static Optional<ContentRange> parse(String header) {
    Matcher form = FORM.matcher(header.trim());
    if (!form.matches()) {
      return Optional.empty();
    }
    long total = form.group(3).equals("*") ? -1 : Long.parseLong(form.group(3));
    if (form.group(1) == null) {
      return Optional.of(new ContentRange(-1, -1, total));
    }
    long first = Long.parseLong(form.group(1));
    if (form.group(2).equals("*")) {
      boolean inside = total < 0 || first < total;
      return inside ? Optional.of(new ContentRange(first, OPEN, total)) : Optional.empty();
    }
    long last = Long.parseLong(form.group(2));
    boolean sane = first <= last && (total < 0 || last < total);
    return sane ? Optional.of(new ContentRange(first, last, total)) : Optional.empty();
  }

  /** True for {@code bytes *}{@code /TOTAL}: nothing is sent, the state is asked for. */
  static boolean isQuestion(Optional<String> header) {
    return header.map(String::trim).filter(h -> h.matches("(?i)bytes \\*/.*")).isPresent();
  }

  /** How many bytes it announces; -1 if only their end will tell. */
  long length() {
    if (isOpen()) {
      return total < 0 ? -1 : total - first;
    }
    return first < 0 ? 0 : last - first + 1;
  }

  boolean isOpen() {
    return last == OPEN;
  }

  boolean isLast() {
    return isOpen() || (total >= 0 && last + 1 == total);
  }

  /** Whether a document of Google's for YouTube knows this form. */
  boolean isDocumented() {
    return !isOpen() && total >= 0;
  }
}

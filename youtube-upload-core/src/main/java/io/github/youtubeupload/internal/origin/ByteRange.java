package io.github.youtubeupload.internal.origin;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code Content-Range} of an answer. */
public record ByteRange(long first, long last, OptionalLong total) {
  private static final Pattern FORM =
      Pattern.compile("bytes ([0-9]{1,18})-([0-9]{1,18})/([0-9]{1,18}|\\*)");

  /** Empty if there is none, or none that makes sense. */
  public static Optional<ByteRange> of(ResponseHead head) {
    Matcher form = FORM.matcher(head.header("Content-Range").orElse(""));
    if (!form.matches()) {
      return Optional.empty();
    }
    boolean unknown = form.group(3).equals("*");
    ByteRange range =
        new ByteRange(
            Long.parseLong(form.group(1)),
            Long.parseLong(form.group(2)),
            unknown ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(form.group(3))));
    return range.makesSense() ? Optional.of(range) : Optional.empty();
  }

  private boolean makesSense() {
    return first <= last && last < total.orElse(Long.MAX_VALUE);
  }
}

package io.github.youtubeupload.source;

import io.github.youtubeupload.internal.media.VideoType;
import io.github.youtubeupload.internal.origin.BodyFraming;
import io.github.youtubeupload.internal.origin.ByteRange;
import io.github.youtubeupload.internal.origin.NotRetryableException;
import io.github.youtubeupload.internal.origin.OriginAnswer;
import io.github.youtubeupload.internal.origin.Redaction;
import io.github.youtubeupload.internal.origin.Representation;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Checks an answer to "the rest from here, if it is still the same". Whatever is not surely the
 * rest of the same content is refused: two contents are never spliced.
 */
final class ResumedAnswerCheck {
  private static final int PRECONDITION_FAILED = 412;
  private static final int RANGE_NOT_SATISFIABLE = 416;

  private ResumedAnswerCheck() {}

  /** Whether the answer begins at byte 0, of the same content, instead of at the position. */
  static boolean isWhole(
      OriginAnswer answer, Representation expected, long position, Redaction redaction)
      throws IOException {
    switch (answer.status()) {
      case 200, 206 -> FirstAnswerCheck.requireIdentity(answer);
      case PRECONDITION_FAILED, RANGE_NOT_SATISFIABLE ->
          throw changed(answer, "it has no byte " + position + " of that content any more");
      default -> throw answer.refusal(redaction);
    }
    Optional<ByteRange> range = ByteRange.of(answer.head());
    if (answer.status() == 206) {
      requireRangeFrom(position, range, answer);
    }
    Representation now = Representation.of(answer.head());
    Optional<String> difference = expected.differenceTo(now);
    boolean vouchedFor = answer.status() == 206 && now.validator().isEmpty();
    if (difference.isPresent() && !(vouchedFor && sameSize(expected, now))) {
      throw changed(answer, difference.get());
    }
    requireLength(answer, range, expected);
    return answer.status() == 200 && position > 0;
  }

  private static void requireRangeFrom(
      long position, Optional<ByteRange> range, OriginAnswer answer) throws IOException {
    if (range.isEmpty() || range.get().first() != position) {
      String found = answer.head().header("Content-Range").orElse("none");
      throw new IOException(
          answer.summary()
              + (" with Content-Range " + VideoType.printable(found))
              + (" when asked for the bytes from " + position + " on"));
    }
  }

  /** By If-Range a 206 vouches for the content itself, and need not repeat its tags. */
  private static boolean sameSize(Representation expected, Representation now) {
    return now.length().isEmpty() || now.length().equals(expected.length());
  }

  private static void requireLength(
      OriginAnswer answer, Optional<ByteRange> range, Representation expected) throws IOException {
    OptionalLong declared = BodyFraming.length(answer.head());
    long due =
        answer.status() == 206
            ? range.map(r -> r.last() - r.first() + 1).orElse(0L)
            : expected.length().orElseThrow();
    if (declared.isPresent() && declared.getAsLong() != due) {
      throw changed(answer, "it announces " + declared.getAsLong() + " bytes instead of " + due);
    }
    if (!BodyFraming.hasEnd(answer.head()) && answer.status() == 200) {
      throw new NotRetryableException(answer.summary() + " without a length this time");
    }
  }

  private static SourceChangedException changed(OriginAnswer answer, String what) {
    return new SourceChangedException(
        answer.summary() + ", but it is not the content the upload began with: " + what);
  }
}

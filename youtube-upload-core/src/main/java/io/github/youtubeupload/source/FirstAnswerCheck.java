package io.github.youtubeupload.source;

import io.github.youtubeupload.internal.media.VideoType;
import io.github.youtubeupload.internal.origin.ByteRange;
import io.github.youtubeupload.internal.origin.NotRetryableException;
import io.github.youtubeupload.internal.origin.OriginAnswer;
import io.github.youtubeupload.internal.origin.Redaction;
import io.github.youtubeupload.internal.origin.Representation;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Looks at the first answer of an origin: is this a video, of a size and form that can be sent? */
final class FirstAnswerCheck {
  /** What is said to be a page need not be long to be one. */
  private static final int MIN_TEXT_IF_SAID = 2;

  private static final int MIN_TEXT = 16;

  private FirstAnswerCheck() {}

  /** Refuses an answer by its head, before a byte of the body is read. */
  static void requireContent(OriginAnswer answer, UrlOptions options, Redaction redaction)
      throws IOException {
    boolean whole = answer.status() == 200;
    Optional<ByteRange> range = ByteRange.of(answer.head());
    boolean fromStart = answer.status() == 206 && range.filter(r -> r.first() == 0).isPresent();
    if (answer.status() == 416 && answer.head().header("Content-Range").orElse("").endsWith("/0")) {
      throw new NotRetryableException(answer.summary() + ": it is empty");
    }
    if (!whole && !fromStart) {
      throw answer.refusal(redaction);
    }
    requireIdentity(answer);
    requireSize(answer, Representation.of(answer.head()).length(), options.limits().size());
  }

  /** Compressed content would not be the video byte for byte, and may be a bomb. */
  static void requireIdentity(OriginAnswer answer) throws NotRetryableException {
    String coding = answer.head().header("Content-Encoding").orElse("identity").strip();
    if (!coding.isEmpty() && !coding.equalsIgnoreCase("identity")) {
      throw new NotRetryableException(
          answer.summary()
              + (" with Content-Encoding " + VideoType.printable(coding))
              + ", though only identity was accepted");
    }
  }

  private static void requireSize(OriginAnswer answer, OptionalLong length, long limit)
      throws NotRetryableException {
    if (length.isPresent() && length.getAsLong() == 0) {
      throw new NotRetryableException(answer.summary() + ": it is empty");
    }
    if (length.orElse(0) > limit) {
      throw new NotRetryableException(
          answer.summary() + ": " + length.orElse(0) + " bytes are above the limit of " + limit);
    }
  }

  /** The MIME type of what begins with these bytes: by the origin, the name, the bytes. */
  static String type(OriginAnswer answer, byte[] head, UrlOptions options, Redaction redaction)
      throws IOException {
    if (head.length == 0) {
      throw new NotRetryableException(answer.summary() + ": it is empty");
    }
    String said = answer.type().orElse("").toLowerCase(Locale.ROOT);
    boolean saidPage = said.startsWith("text/") || said.endsWith("json") || said.endsWith("xml");
    try {
      VideoType.requireVideo(answer.summary(), head, saidPage ? MIN_TEXT_IF_SAID : MIN_TEXT);
    } catch (IOException e) {
      throw new NotRetryableException(redaction.of(String.valueOf(e.getMessage())));
    }
    return said.matches("video/[a-z0-9.+-]{1,60}") ? said : VideoType.guess(options.name(), head);
  }
}

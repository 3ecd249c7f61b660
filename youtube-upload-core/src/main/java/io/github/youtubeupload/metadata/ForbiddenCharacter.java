package io.github.youtubeupload.metadata;

import java.util.Optional;
import java.util.OptionalInt;

/** The characters that no text of a video may hold: angle brackets, controls, and half of one. */
final class ForbiddenCharacter {
  private ForbiddenCharacter() {}

  /** A name for the first one in the text, such as {@code '<'}; line breaks are controls too. */
  static Optional<String> firstIn(String text, boolean lineBreaksAllowed) {
    OptionalInt first =
        text.codePoints().filter(c -> isForbidden(c, lineBreaksAllowed)).findFirst();
    return first.isEmpty() ? Optional.empty() : Optional.of(nameOf(first.getAsInt()));
  }

  private static boolean isForbidden(int c, boolean lineBreaksAllowed) {
    if (lineBreaksAllowed && (c == '\n' || c == '\r' || c == '\t')) {
      return false;
    }
    return c == '<' || c == '>' || Character.getType(c) == Character.CONTROL || isSurrogate(c);
  }

  private static boolean isSurrogate(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }

  private static String nameOf(int c) {
    if (c == '<' || c == '>') {
      return "'" + (char) c + "'";
    }
    return (isSurrogate(c) ? "half a character" : "control character") + " (U+%04X)".formatted(c);
  }
}

package io.github.youtubeupload.metadata;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether a text is a BCP 47 tag, as far as that is certain: it is well-formed, and its language
 * can be a registered one. Which languages of three letters are registered, or known to YouTube, is
 * not judged.
 */
final class LanguageTag {
  /**
   * Every registered language of two letters: those the JDK knows, which are ISO 639-1 as it was
   * closed, and two that were withdrawn but stay registered.
   */
  private static final Set<String> TWO_LETTERS =
      Stream.concat(Stream.of(Locale.getISOLanguages()), Stream.of("jw", "sh"))
          .collect(Collectors.toUnmodifiableSet());

  private LanguageTag() {}

  /** What is wrong with the tag; empty if it may be right. */
  static Optional<String> fault(String tag) {
    if (tag.isEmpty() || !isWellFormed(tag)) {
      return Optional.of(tag.indexOf('_') < 0 ? "no BCP 47 tag" : "with '_' where BCP 47 has '-'");
    }
    String language = normal(tag).split("-", 2)[0];
    if (language.length() > 3) {
      return Optional.of("a word where BCP 47 has a code of two or three letters");
    }
    if (language.length() == 2 && !TWO_LETTERS.contains(language)) {
      return Optional.of("beginning with \"" + language + "\", which is no language");
    }
    return Optional.empty();
  }

  /** Two tags that differ in nothing but case are the same tag. */
  static String normal(String tag) {
    return tag.toLowerCase(Locale.ROOT);
  }

  private static boolean isWellFormed(String tag) {
    try {
      new Locale.Builder().setLanguageTag(tag);
      return true;
    } catch (IllformedLocaleException e) {
      return false;
    }
  }
}

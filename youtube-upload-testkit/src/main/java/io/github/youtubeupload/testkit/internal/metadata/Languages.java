package io.github.youtubeupload.testkit.internal.metadata;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;

/** Language codes as YouTube takes them: BCP 47, beginning with a code of ISO 639. */
public final class Languages {
  private static final Set<String> TWO_LETTERS = Set.of(Locale.getISOLanguages());

  /** Registered, but not in ISO 639-1: Serbo-Croatian, and Javanese by its old name. */
  private static final Set<String> OLD = Set.of("sh", "jw");

  private Languages() {}

  /**
   * Whether this is a code such as {@code ko}, {@code fil} or {@code zh-Hant-TW}. Which codes of
   * three letters are assigned is not judged.
   */
  public static boolean isCode(Object value) {
    if (!(value instanceof String tag) || !isWellFormed(tag)) {
      return false;
    }
    String language = tag.split("-", 2)[0].toLowerCase(Locale.ROOT);
    return switch (language.length()) {
      case 2 -> TWO_LETTERS.contains(language) || OLD.contains(language);
      case 3 -> true;
      default -> false;
    };
  }

  private static boolean isWellFormed(String tag) {
    try {
      new Locale.Builder().setLanguageTag(tag);
      return true;
    } catch (IllformedLocaleException notBcp47) {
      return false;
    }
  }
}

package io.github.youtubeupload.metadata;

/** What a reader sees of a text, and how a message shows it. */
final class VisibleText {
  private static final int SHOWN = 40;

  private VisibleText() {}

  /** Whether a reader sees nothing at all. */
  static boolean isEmpty(String text) {
    return text.codePoints().allMatch(VisibleText::isInvisible);
  }

  static String quoted(String text) {
    return '"' + shown(text) + '"';
  }

  /** The text's beginning for a message, with code points for what cannot be seen. */
  static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints().limit(SHOWN).forEach(c -> append(c, shown));
    return shown.append(characters(text) > SHOWN ? "…" : "").toString();
  }

  static int characters(String text) {
    return text.codePointCount(0, text.length());
  }

  private static void append(int c, StringBuilder shown) {
    if (c == ' ' || !isInvisible(c)) {
      shown.appendCodePoint(c);
    } else {
      shown.append("[U+%04X]".formatted(c));
    }
  }

  /** White space, controls, and what Unicode lets a font draw as nothing. */
  private static boolean isInvisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> isFiller(c) || isVariationSelector(c);
    };
  }

  /** The fillers of Hangul and Khmer, the grapheme joiner, and the Braille pattern of no dots. */
  private static boolean isFiller(int c) {
    return switch (c) {
      case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0 -> true;
      default -> false;
    };
  }

  private static boolean isVariationSelector(int c) {
    return (c >= 0x180B && c <= 0x180F)
        || (c >= 0xFE00 && c <= 0xFE0F)
        || (c >= 0xE0100 && c <= 0xE01EF);
  }
}

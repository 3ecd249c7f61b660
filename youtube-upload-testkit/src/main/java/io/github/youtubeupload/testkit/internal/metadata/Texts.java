package io.github.youtubeupload.testkit.internal.metadata;

/** What may stand in a text that people read. */
public final class Texts {
  /**
   * Fillers and joiners that Unicode counts as letters, marks or symbols but fonts draw as nothing.
   */
  private static final String BLANKS =
      "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0";

  private Texts() {}

  /** Whether a reader sees anything of it. */
  public static boolean isVisible(String text) {
    return text.codePoints().anyMatch(Texts::isVisible);
  }

  private static boolean isVisible(int c) {
    int type = Character.getType(c);
    return !Character.isSpaceChar(c)
        && !Character.isISOControl(c)
        && type != Character.FORMAT
        && type != Character.SURROGATE
        && BLANKS.indexOf(c) < 0
        && !isVariationSelector(c);
  }

  private static boolean isVariationSelector(int c) {
    return (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xe0100 && c <= 0xe01ef);
  }

  /** Whether it has no angle bracket, no half of a character and no other control than these. */
  static boolean isPlain(String text, String allowedControls) {
    return text.codePoints()
        .allMatch(
            c ->
                c != '<'
                    && c != '>'
                    && Character.getType(c) != Character.SURROGATE
                    && (!Character.isISOControl(c) || allowedControls.indexOf(c) >= 0));
  }

  /** Characters, not {@code char}s. */
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}

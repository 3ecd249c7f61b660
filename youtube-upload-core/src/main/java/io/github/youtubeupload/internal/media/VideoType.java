package io.github.youtubeupload.internal.media;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells the MIME type of a video from its name and first bytes, and refuses what is plainly none.
 */
public final class VideoType {
  /** The type for whatever may be a video of an unknown kind; YouTube looks for itself. */
  public static final String UNKNOWN = "application/octet-stream";

  private static final int MIN_TEXT = 16;
  private static final int MAX_LINE = 120;

  private static final Map<String, String> BY_ENDING =
      Map.ofEntries(
          Map.entry("mp4", "video/mp4"),
          Map.entry("m4v", "video/mp4"),
          Map.entry("mov", "video/quicktime"),
          Map.entry("webm", "video/webm"),
          Map.entry("mkv", "video/x-matroska"),
          Map.entry("avi", "video/x-msvideo"),
          Map.entry("wmv", "video/x-ms-wmv"),
          Map.entry("flv", "video/x-flv"),
          Map.entry("mpg", "video/mpeg"),
          Map.entry("mpeg", "video/mpeg"),
          Map.entry("ts", "video/mp2t"),
          Map.entry("3gp", "video/3gpp"),
          Map.entry("ogv", "video/ogg"));

  private VideoType() {}

  /**
   * Gives the type of what begins with these bytes.
   *
   * @throws IOException if it is an image, a document, an archive, text or a page, and no video
   */
  public static String of(String name, byte[] head) throws IOException {
    requireVideo(name, head, MIN_TEXT);
    return guess(name, head);
  }

  /**
   * Refuses what is plainly no video.
   *
   * @param what names it in the message
   * @param minText from how many bytes on printable ones count as text
   */
  public static void requireVideo(String what, byte[] head, int minText) throws IOException {
    String alien = alien(head, minText);
    if (alien != null) {
      throw new IOException(
          what + " is no video: it begins like " + alien + " (" + firstLine(head) + ")");
    }
  }

  /** The type by the ending of the name, else by the first bytes. */
  public static String guess(String name, byte[] head) {
    int dot = name.lastIndexOf('.');
    String ending = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    return BY_ENDING.getOrDefault(ending, byContent(head));
  }

  private static String byContent(byte[] head) {
    if (ascii(head, 4, 8).equals("ftyp")) {
      return ascii(head, 8, 10).equals("qt") ? "video/quicktime" : "video/mp4";
    }
    if (startsWith(head, 0x1a, 0x45, 0xdf, 0xa3)) {
      return ascii(head, 0, 64).contains("webm") ? "video/webm" : "video/x-matroska";
    }
    return UNKNOWN;
  }

  private static @Nullable String alien(byte[] head, int minText) {
    if (ascii(head, 0, 5).equals("%PDF-")) {
      return "a PDF document";
    }
    if (startsWith(head, 0x89, 'P', 'N', 'G')
        || startsWith(head, 0xff, 0xd8, 0xff)
        || ascii(head, 0, 4).equals("GIF8")) {
      return "an image";
    }
    if (startsWith(head, 'P', 'K', 3, 4) || startsWith(head, 0x1f, 0x8b)) {
      return "an archive";
    }
    if (ascii(head, 0, 4).equals("ID3\u0003") || ascii(head, 0, 4).equals("fLaC")) {
      return "a sound file";
    }
    return head.length >= minText && isText(head) ? textKind(head) : null;
  }

  private static String textKind(byte[] head) {
    String whole = ascii(head, 0, 10).replaceFirst("^\u00ef\u00bb\u00bf", "").strip();
    String start = whole.startsWith("<?xml") ? "<?xml" : firstLine(head).toLowerCase(Locale.ROOT);
    if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
      return "an HTML page";
    }
    if (start.startsWith("<")) {
      return "an XML document";
    }
    return start.startsWith("{") || start.startsWith("[") ? "a JSON document" : "plain text";
  }

  /** No container of video begins with nothing but printable characters for long. */
  private static boolean isText(byte[] head) {
    boolean utf16 = startsWith(head, 0xff, 0xfe) || startsWith(head, 0xfe, 0xff);
    String text = new String(head, utf16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
    int end = Math.max(0, text.length() - 1); // the last character may be cut in two
    return text.substring(0, end)
        .chars()
        .noneMatch(c -> c == 0xfffd || (c < ' ' && "\t\n\f\r".indexOf(c) < 0));
  }

  private static boolean startsWith(byte[] head, int... magic) {
    if (head.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((head[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  /** The first line that says something, shortened and made printable. */
  public static String firstLine(byte[] head) {
    String text = ascii(head, 0, head.length).replaceFirst("^[^<]{0,3}<\\?xml[^>]*>", "").strip();
    String line = text.replaceAll("[\\r\\n].*", "");
    return printable(line.substring(0, Math.min(MAX_LINE, line.length())));
  }

  public static String printable(String text) {
    return text.replaceAll("[^\\x20-\\x7e]", ".");
  }

  private static String ascii(byte[] head, int from, int to) {
    int end = Math.min(to, head.length);
    return from >= end ? "" : new String(head, from, end - from, StandardCharsets.ISO_8859_1);
  }
}

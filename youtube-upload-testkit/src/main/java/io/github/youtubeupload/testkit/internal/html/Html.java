package io.github.youtubeupload.testkit.internal.html;

/** Pages: one frame around all, and text made harmless. */
public final class Html {
  private static final String STYLE =
      "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}"
          + "video{width:100%;background:#000}dt{color:#777}dd{margin:0 0 .5rem}"
          + "@media(prefers-color-scheme:dark){body{background:#111;color:#eee}a{color:#8bf}}";

  private Html() {}

  /** A page; {@code body} is markup, {@code title} is text. */
  public static String page(String title, String body) {
    return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">"
        + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">"
        + ("<title>" + escape(title) + " - FakeYouTube</title><style>" + STYLE + "</style></head>")
        + ("<body><h1>" + escape(title) + "</h1>" + body + "</body></html>");
  }

  /** The text as it may stand in markup and between double quotes. */
  public static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}

package io.github.youtubeupload.testkit.internal.metadata;

import java.util.Locale;

/** Names of media types, which are the same in upper and lower case. */
public final class MediaType {
  /** What is sent without saying what it is. */
  public static final String UNKNOWN = "application/octet-stream";

  private MediaType() {}

  /** The name without parameters, in lower case. */
  public static String name(String contentType) {
    return contentType.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
  }

  /** Whether this is JSON in the only charset that JSON has. */
  public static boolean isJson(String contentType) {
    String charset = contentType.toLowerCase(Locale.ROOT).replaceAll("[ \\t\"]", "");
    return name(contentType).equals("application/json")
        && (!charset.contains(";charset=") || charset.contains(";charset=utf-8"));
  }
}

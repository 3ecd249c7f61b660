package io.github.youtubeupload.internal.origin;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Takes the secrets of a request out of a text that an origin may have echoed them in. */
public final class Redaction {
  private static final int SHORTEST = 5;

  private final List<String> secrets = new ArrayList<>();

  public Redaction(URI url, Map<String, String> headers) {
    String query = url.getRawQuery() == null ? "" : url.getRawQuery();
    for (String pair : query.split("[&;]", -1)) {
      add(pair.substring(pair.indexOf('=') + 1));
    }
    for (String value : headers.values()) {
      add(value);
      for (String word : value.split("[ ,;=]", -1)) {
        add(word);
      }
    }
    secrets.sort(Comparator.comparingInt(String::length).reversed());
  }

  private void add(String secret) {
    if (secret.length() >= SHORTEST) {
      secrets.add(secret);
      try {
        secrets.add(URLDecoder.decode(secret, StandardCharsets.UTF_8));
      } catch (IllegalArgumentException e) {
        // a stray percent sign: it stands for itself
      }
    }
  }

  public String of(String text) {
    String clean = text;
    for (String secret : secrets) {
      clean = clean.replace(secret, "…");
    }
    return clean;
  }
}

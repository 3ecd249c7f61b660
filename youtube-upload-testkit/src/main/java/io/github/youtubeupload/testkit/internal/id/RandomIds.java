package io.github.youtubeupload.testkit.internal.id;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes tokens, session ids and video ids that nobody can guess. */
public final class RandomIds {
  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomIds() {}

  /** {@code 4 * bytes / 3} characters that need no escaping in a URI. */
  public static String next(int bytes) {
    byte[] secret = new byte[bytes];
    RANDOM.nextBytes(secret);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }

  /** Eleven characters, as YouTube's ids of videos. */
  public static String videoId() {
    return next(8);
  }
}

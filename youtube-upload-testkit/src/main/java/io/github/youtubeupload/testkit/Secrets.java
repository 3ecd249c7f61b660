package io.github.youtubeupload.testkit;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes tokens, session ids and video ids that nobody can guess. */
final class Secrets {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Secrets() {}

  /** {@code 4 * bytes / 3} characters that need no escaping in a URI. */
  static String next(int bytes) {
    byte[] secret = new byte[bytes];
    RANDOM.nextBytes(secret);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }

  /** Eleven characters, as YouTube's ids of videos. */
  static String videoId() {
    return next(8);
  }
}

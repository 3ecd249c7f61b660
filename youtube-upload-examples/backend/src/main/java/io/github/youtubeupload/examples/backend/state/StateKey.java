package io.github.youtubeupload.examples.backend.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts and signs what leaves the process: stored tokens and cookies. AES-256-GCM with a key for
 * each purpose, so that what was sealed for one cannot be used for another. Thread-safe.
 */
public final class StateKey {
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();
  private final byte[] master;

  private StateKey(byte[] master) {
    this.master = master;
  }

  /**
   * With the operator's key, or with the one in a file that is made when it is missing.
   *
   * @param given 32 bytes in Base64, as {@code openssl rand -base64 32} makes them
   */
  public static StateKey of(Optional<String> given, Path keyFile) {
    return new StateKey(given.map(StateKey::decoded).orElseGet(() -> stored(keyFile)));
  }

  /** A key of its own for another user of the same secret. */
  public SecretKey key(String purpose) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(master, "HmacSHA256"));
      return new SecretKeySpec(mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8)), "AES");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JVM has HmacSHA256", e);
    }
  }

  /** Text that only {@link #open} can read, safe in a cookie. */
  public String seal(String purpose, String text) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] body =
          cipher(Cipher.ENCRYPT_MODE, purpose, nonce)
              .doFinal(text.getBytes(StandardCharsets.UTF_8));
      byte[] all = Arrays.copyOf(nonce, nonce.length + body.length);
      System.arraycopy(body, 0, all, nonce.length, body.length);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JVM has AES/GCM", e);
    }
  }

  /** What was sealed for this purpose with this key; empty for anything else. */
  public Optional<String> open(String purpose, String sealed) {
    try {
      byte[] all = Base64.getUrlDecoder().decode(sealed);
      if (all.length < NONCE_BYTES) {
        return Optional.empty();
      }
      byte[] text =
          cipher(Cipher.DECRYPT_MODE, purpose, Arrays.copyOf(all, NONCE_BYTES))
              .doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
      return Optional.of(new String(text, StandardCharsets.UTF_8));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Cipher cipher(int mode, String purpose, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key(purpose), new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
  }

  private static byte[] stored(Path file) {
    try {
      if (!Files.exists(file)) {
        byte[] fresh = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(fresh);
        StateDirectory.write(file, Base64.getEncoder().encode(fresh));
      }
      return decoded(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("The key file cannot be used: " + file, e);
    }
  }

  private static byte[] decoded(String text) {
    byte[] key;
    try {
      key = Base64.getDecoder().decode(text.strip());
    } catch (IllegalArgumentException e) {
      key = new byte[0];
    }
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException(
          "The key must be 32 bytes in Base64; make one with: openssl rand -base64 32");
    }
    return key;
  }
}

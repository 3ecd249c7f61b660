package io.github.youtubeupload.examples.backend.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.encrypt.AesGcmBytesEncryptor;
import org.springframework.security.crypto.encrypt.BytesEncryptor;

/**
 * Encrypts and signs what leaves the process: stored tokens and cookies. AES-256-GCM with a key for
 * each purpose, so that what was sealed for one cannot be used for another. Thread-safe.
 */
public final class StateKey {
  private static final int KEY_BYTES = 32;
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

  /** Text that only {@link #open} can read, safe in a file name or a cookie. */
  public String seal(String purpose, String text) {
    byte[] sealed = encryptor(purpose).encrypt(text.getBytes(StandardCharsets.UTF_8));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
  }

  /** What was sealed for this purpose with this key; empty for anything else. */
  public Optional<String> open(String purpose, String sealed) {
    try {
      byte[] text = encryptor(purpose).decrypt(Base64.getUrlDecoder().decode(sealed));
      return Optional.of(new String(text, StandardCharsets.UTF_8));
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  private BytesEncryptor encryptor(String purpose) {
    return AesGcmBytesEncryptor.withSecretKey(key(purpose)).build();
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

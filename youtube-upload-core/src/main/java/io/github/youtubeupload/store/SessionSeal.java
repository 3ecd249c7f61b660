package io.github.youtubeupload.store;

import io.github.youtubeupload.internal.files.Hashes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Encrypts session URIs with the host's key: AES-256-GCM, a random nonce for each writing, bound to
 * the upload's id so that no record can borrow another's session.
 */
final class SessionSeal {
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKey key;
  private final String keyName;
  private final SecureRandom random = new SecureRandom();

  SessionSeal(SecretKey key) {
    byte[] encoded = key.getEncoded();
    if (encoded == null || encoded.length != KEY_BYTES || !key.getAlgorithm().equals("AES")) {
      throw new IllegalArgumentException("The key of the journal must be an AES key of 256 bits");
    }
    this.key = key;
    this.keyName = nameOf(encoded);
  }

  /** Tells keys apart without giving them away, so that a wrong key is not taken for damage. */
  String keyName() {
    return keyName;
  }

  String seal(String session, String uploadId) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, uploadId);
      byte[] sealed = cipher.doFinal(session.getBytes(StandardCharsets.UTF_8));
      byte[] both = Arrays.copyOf(nonce, nonce.length + sealed.length);
      System.arraycopy(sealed, 0, both, nonce.length, sealed.length);
      return Base64.getEncoder().encodeToString(both);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has AES-GCM", e);
    }
  }

  /** Empty if this was not sealed with this key for this upload. */
  Optional<String> open(String sealed, String uploadId) {
    try {
      byte[] both = Base64.getDecoder().decode(sealed);
      if (both.length < NONCE_BYTES) {
        return Optional.empty();
      }
      byte[] nonce = Arrays.copyOf(both, NONCE_BYTES);
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, nonce, uploadId);
      byte[] session = cipher.doFinal(both, NONCE_BYTES, both.length - NONCE_BYTES);
      return Optional.of(new String(session, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException | AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has AES-GCM", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String uploadId) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(uploadId.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static String nameOf(byte[] encodedKey) {
    byte[] context = "name of a journal key:".getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(Hashes.sha256(context, encodedKey), 0, 4);
  }
}

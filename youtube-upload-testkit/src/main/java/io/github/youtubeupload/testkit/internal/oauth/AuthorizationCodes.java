package io.github.youtubeupload.testkit.internal.oauth;

import io.github.youtubeupload.testkit.Grant;
import io.github.youtubeupload.testkit.internal.id.RandomIds;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Authorization codes between consent and exchange; each is good for one try. Thread-safe. */
public final class AuthorizationCodes {
  private final Grant template;
  private final Map<String, Code> codes = new HashMap<>();

  /**
   * What a code stands for.
   *
   * @param challenge PKCE challenge, or empty
   * @param plain whether the challenge is the verifier itself
   * @param offline whether a refresh token was asked for
   */
  record Code(Grant grant, String redirectUri, String challenge, boolean plain, boolean offline) {
    boolean isProvedBy(String verifier) {
      return challenge.isEmpty() || challenge.equals(plain ? verifier : sha256(verifier));
    }
  }

  /**
   * AuthorizationCodes for grants like {@code template}, with the channel and scopes that were
   * chosen.
   */
  public AuthorizationCodes(Grant template) {
    this.template = template;
  }

  synchronized String issue(Map<String, String> form, Set<String> granted) {
    String code = "4/fake-" + RandomIds.next(24);
    codes.put(
        code,
        new Code(
            template
                .channel(form.getOrDefault("channel", template.channel()))
                .scopes(granted.toArray(String[]::new)),
            form.getOrDefault("redirect_uri", ""),
            form.getOrDefault("code_challenge", ""),
            !"S256".equals(form.get("code_challenge_method")),
            "offline".equals(form.get("access_type")) && "consent".equals(form.get("prompt"))));
    return code;
  }

  synchronized Optional<Code> take(String code) {
    return Optional.ofNullable(codes.remove(code));
  }

  private static String sha256(String verifier) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JVM has SHA-256", e);
    }
  }
}

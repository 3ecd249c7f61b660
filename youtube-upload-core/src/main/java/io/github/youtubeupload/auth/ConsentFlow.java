package io.github.youtubeupload.auth;

import static java.util.Objects.requireNonNull;

import com.google.auth.oauth2.ClientId;
import com.google.auth.oauth2.DefaultPKCEProvider;
import com.google.auth.oauth2.PKCEProvider;
import com.google.auth.oauth2.UserAuthorizer;
import com.google.auth.oauth2.UserAuthorizer.TokenResponseWithConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks a person, in their browser, to let this program upload to their channel: OAuth's web flow
 * with state, PKCE and offline access. Immutable and thread-safe.
 *
 * <pre>{@code
 * ConsentFlow flow = ConsentFlow.of(clientId, clientSecret, redirectUri);
 * ConsentRequest asked = flow.begin();             // keep it with the browser's session
 * redirect(asked.url());
 * ...                                              // the browser comes back to redirectUri
 * Consent consent = flow.finish(asked, queryParameters);
 * Credentials credentials = flow.credentials(consent.refreshToken());
 * }</pre>
 */
public final class ConsentFlow {
  /** Uploads videos and sets thumbnails; reads nothing. */
  public static final String UPLOAD = "https://www.googleapis.com/auth/youtube.upload";

  /** Reads channels, playlists and videos. */
  public static final String READONLY = "https://www.googleapis.com/auth/youtube.readonly";

  private static final URI GOOGLE_CONSENT =
      URI.create("https://accounts.google.com/o/oauth2/v2/auth");

  private final ClientId client;
  private final URI redirectUri;
  private final URI consentPage;
  private final URI tokenServer;
  private final Set<String> required;
  private final List<String> wanted;

  private ConsentFlow(
      ClientId client,
      URI redirectUri,
      URI consentPage,
      URI tokenServer,
      Set<String> required,
      List<String> wanted) {
    this.client = client;
    this.redirectUri = redirectUri;
    this.consentPage = consentPage;
    this.tokenServer = tokenServer;
    this.required = required;
    this.wanted = wanted;
  }

  /** With Google, for {@link #UPLOAD}, and for {@link #READONLY} if the person grants it. */
  public static ConsentFlow of(String clientId, String clientSecret, URI redirectUri) {
    return new ConsentFlow(
        ClientId.of(clientId, clientSecret),
        requireNonNull(redirectUri, "redirectUri"),
        GOOGLE_CONSENT,
        YouTubeCredentials.GOOGLE_TOKENS,
        Set.of(UPLOAD),
        List.of(UPLOAD, READONLY));
  }

  /** A copy that talks to other servers, for tests. */
  public ConsentFlow at(URI otherConsentPage, URI otherTokenServer) {
    return new ConsentFlow(
        client, redirectUri, otherConsentPage, otherTokenServer, required, wanted);
  }

  /** A copy for these scopes, all of which the person must grant, and these, which they may. */
  public ConsentFlow scopes(Set<String> mustHave, Set<String> niceToHave) {
    List<String> all = new ArrayList<>(mustHave);
    niceToHave.stream().filter(scope -> !mustHave.contains(scope)).forEach(all::add);
    return new ConsentFlow(
        client, redirectUri, consentPage, tokenServer, Set.copyOf(mustHave), List.copyOf(all));
  }

  /** Starts: send the browser to {@link ConsentRequest#url} and keep the request for the answer. */
  public ConsentRequest begin() {
    DefaultPKCEProvider proof = new DefaultPKCEProvider();
    String state = new DefaultPKCEProvider().getCodeVerifier();
    String url =
        authorizer(proof)
            .getAuthorizationUrl(null, state, null)
            .toString()
            .replace("approval_prompt=force", "prompt=consent"); // as Google documents it now
    return new ConsentRequest(URI.create(url), state, proof.getCodeVerifier());
  }

  /**
   * Takes the answer that the browser brought to the redirect URI.
   *
   * @param parameters the query of that request: {@code state}, and {@code code} or {@code error}
   * @throws ConsentException if there is no consent to work with; {@link ConsentException#reason}
   *     says why
   * @throws IOException if the token server cannot be reached; the code is then lost, begin anew
   */
  public Consent finish(ConsentRequest asked, Map<String, String> parameters) throws IOException {
    if (!same(asked.state(), parameters.get("state"))) {
      throw new ConsentException(ConsentException.Reason.STATE_MISMATCH, null);
    }
    String code = parameters.get("code");
    if (code == null) {
      throw new ConsentException(ConsentException.Reason.DENIED, null);
    }
    TokenResponseWithConfig tokens = exchange(new StoredProof(asked.codeVerifier()), code);
    Set<String> granted = new HashSet<>(tokens.getAccessToken().getScopes());
    if (!granted.containsAll(required)) {
      throw new ConsentException(ConsentException.Reason.MISSING_SCOPE, null);
    }
    if (tokens.getRefreshToken() == null) {
      throw new ConsentException(ConsentException.Reason.NO_REFRESH_TOKEN, null);
    }
    return new Consent(tokens.getRefreshToken(), tokens.getAccessToken().getTokenValue(), granted);
  }

  /** Credentials that renew themselves for as long as the consent lasts. */
  public com.google.auth.Credentials credentials(String refreshToken) {
    return YouTubeCredentials.refreshToken(
        client.getClientId(), client.getClientSecret(), refreshToken, tokenServer);
  }

  private TokenResponseWithConfig exchange(PKCEProvider proof, String code) throws IOException {
    try {
      return authorizer(proof).getTokenResponseFromAuthCodeExchange(code, null, Map.of());
    } catch (IOException e) {
      if (String.valueOf(e.getMessage()).contains("invalid_grant")
          || String.valueOf(e.getCause()).contains("invalid_grant")) {
        throw new ConsentException(ConsentException.Reason.CODE_REFUSED, e);
      }
      throw e;
    }
  }

  private UserAuthorizer authorizer(PKCEProvider proof) {
    return UserAuthorizer.newBuilder()
        .setClientId(client)
        .setScopes(wanted)
        .setCallbackUri(redirectUri)
        .setUserAuthUri(consentPage)
        .setTokenServerUri(tokenServer)
        .setPKCEProvider(proof)
        .build();
  }

  private static boolean same(String expected, @Nullable String found) {
    return found != null
        && MessageDigest.isEqual(
            expected.getBytes(StandardCharsets.UTF_8), found.getBytes(StandardCharsets.UTF_8));
  }

  /** The proof that an earlier {@link #begin} promised; only the verifier is sent now. */
  private record StoredProof(String verifier) implements PKCEProvider {
    @Override
    public String getCodeVerifier() {
      return verifier;
    }

    @Override
    public String getCodeChallenge() {
      return "";
    }

    @Override
    public String getCodeChallengeMethod() {
      return "S256";
    }
  }
}

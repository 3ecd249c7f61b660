package io.github.youtubeupload.examples.backend.account;

import io.github.youtubeupload.auth.Consent;
import io.github.youtubeupload.auth.ConsentException;
import io.github.youtubeupload.auth.ConsentFlow;
import io.github.youtubeupload.auth.ConsentRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;

/**
 * Fetches the tokens for an authorization code by the library's own exchange, which insists on the
 * right to upload and on a refresh token. Spring's would log the code and the client's secret at
 * DEBUG.
 */
final class CodeExchange
    implements OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> {
  private final ConsentFlow flow;

  CodeExchange(ConsentFlow flow) {
    this.flow = flow;
  }

  @Override
  public OAuth2AccessTokenResponse getTokenResponse(OAuth2AuthorizationCodeGrantRequest grant) {
    try {
      Consent consent = exchange(grant.getAuthorizationExchange());
      return OAuth2AccessTokenResponse.withToken(consent.accessToken())
          .tokenType(OAuth2AccessToken.TokenType.BEARER)
          .scopes(consent.scopes())
          .refreshToken(consent.refreshToken())
          .build();
    } catch (ConsentException e) {
      throw problem(e.reason().name().toLowerCase(Locale.ROOT), e);
    } catch (IOException e) {
      throw problem("unreachable", e);
    }
  }

  private Consent exchange(OAuth2AuthorizationExchange exchange) throws IOException {
    OAuth2AuthorizationRequest asked = exchange.getAuthorizationRequest();
    String state = String.valueOf(asked.getState());
    String verifier =
        Objects.requireNonNull(asked.<String>getAttribute(PkceParameterNames.CODE_VERIFIER));
    return flow.finish(
        new ConsentRequest(URI.create(asked.getAuthorizationRequestUri()), state, verifier),
        Map.of(
            "state",
            String.valueOf(exchange.getAuthorizationResponse().getState()),
            "code",
            String.valueOf(exchange.getAuthorizationResponse().getCode())));
  }

  private static OAuth2AuthorizationException problem(String code, Exception cause) {
    return new OAuth2AuthorizationException(new OAuth2Error(code), cause);
  }
}

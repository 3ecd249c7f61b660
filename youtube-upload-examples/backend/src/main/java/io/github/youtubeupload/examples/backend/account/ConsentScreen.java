package io.github.youtubeupload.examples.backend.account;

import io.github.youtubeupload.auth.ConsentFlow;
import io.github.youtubeupload.examples.backend.youtube.OAuthClient;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** Where a browser is sent to for consent: with state, PKCE, and a wish for a refresh token. */
final class ConsentScreen implements OAuth2AuthorizationRequestResolver {
  private static final String YOUTUBE = "youtube";

  private final ClientRegistrationRepository registrations;
  private final DefaultOAuth2AuthorizationRequestResolver requests;

  ConsentScreen(OAuthClient client) {
    this.registrations =
        new InMemoryClientRegistrationRepository(
            ClientRegistration.withRegistrationId(YOUTUBE)
                .clientId(client.id())
                .clientSecret(client.secret())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationUri(client.consentUri().toString())
                .tokenUri(client.tokenUri().toString())
                .redirectUri(client.redirectUri().toString())
                .scope(ConsentFlow.UPLOAD, ConsentFlow.READONLY)
                .build());
    this.requests = new DefaultOAuth2AuthorizationRequestResolver(registrations);
    requests.setAuthorizationRequestCustomizer(
        OAuth2AuthorizationRequestCustomizers.withPkce()
            .andThen(
                request ->
                    request.additionalParameters(
                        more ->
                            more.putAll(Map.of("access_type", "offline", "prompt", "consent")))));
  }

  ClientRegistrationRepository registrations() {
    return registrations;
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
    return request.getMethod().equals("GET") && request.getServletPath().equals(SignIn.BEGIN)
        ? requests.resolve(request, YOUTUBE)
        : null;
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest resolve(
      HttpServletRequest request, String registrationId) {
    return requests.resolve(request, registrationId);
  }
}

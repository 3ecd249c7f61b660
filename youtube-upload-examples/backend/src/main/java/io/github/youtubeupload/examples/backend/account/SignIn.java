package io.github.youtubeupload.examples.backend.account;

import io.github.youtubeupload.auth.ConsentFlow;
import io.github.youtubeupload.auth.YouTubeCredentials;
import io.github.youtubeupload.examples.backend.state.Sha256;
import io.github.youtubeupload.examples.backend.youtube.ChannelLookup;
import io.github.youtubeupload.examples.backend.youtube.YouTubeServer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserRequest;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.stereotype.Component;

/** Sign-in at the consent screen: from the page there, back to the callback, and to the page. */
@Component
final class SignIn {
  static final String BEGIN = "/api/youtube/auth";
  static final String CALLBACK = "/api/youtube/callback";

  private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);

  private final YouTubeServer youtube;
  private final ChannelLookup channels;
  private final ConsentedClients clients;

  SignIn(YouTubeServer youtube, ChannelLookup channels, ConsentedClients clients) {
    this.youtube = youtube;
    this.channels = channels;
    this.clients = clients;
  }

  void configure(OAuth2LoginConfigurer<HttpSecurity> login) {
    ConsentScreen screen = new ConsentScreen(youtube.oauth());
    login
        .clientRegistrationRepository(screen.registrations())
        .authorizedClientRepository(clients)
        .authorizationEndpoint(
            there ->
                there
                    .authorizationRequestResolver(screen)
                    // Spring's would log the address, and with it the state
                    .authorizationRedirectStrategy((in, response, url) -> redirect(response, url)))
        .redirectionEndpoint(back -> back.baseUri(CALLBACK))
        .tokenEndpoint(
            tokens -> tokens.accessTokenResponseClient(new CodeExchange(youtube.oauth().flow())))
        .userInfoEndpoint(who -> who.userService(this::owner))
        // not the session's name too, which would be logged
        .authenticationDetailsSource(HttpServletRequest::getRemoteAddr)
        .successHandler(SignIn::signedIn)
        .failureHandler(SignIn::failed);
  }

  /** The channel, where the person lets us read it. */
  private Owner owner(OAuth2UserRequest consent) {
    OAuth2AccessToken token = consent.getAccessToken();
    if (!token.getScopes().contains(ConsentFlow.READONLY)) {
      return new Owner("consent-" + Sha256.of(token.getTokenValue()).substring(0, 22), "");
    }
    try {
      return channels
          .channel(YouTubeCredentials.accessToken(token.getTokenValue()))
          .map(found -> new Owner(found.id(), found.title()))
          .orElseThrow(() -> problem("no_channel", null));
    } catch (IOException e) {
      throw problem("unreachable", e);
    }
  }

  private static OAuth2AuthenticationException problem(String code, @Nullable Throwable cause) {
    return new OAuth2AuthenticationException(new OAuth2Error(code), code, cause);
  }

  private static void signedIn(
      HttpServletRequest request, HttpServletResponse response, Authentication who) {
    forgetQuestion(request);
    LOG.info("Channel {} has consented", who.getName());
    redirect(response, "/");
  }

  private static void failed(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException e) {
    forgetQuestion(request);
    String code = e instanceof OAuth2AuthenticationException told ? word(told) : "unreachable";
    LOG.info("No sign-in: {}", code);
    redirect(response, "/?sign_in=" + code);
  }

  private static String word(OAuth2AuthenticationException e) {
    return switch (e.getError().getErrorCode()) {
      case "access_denied" -> "denied";
      case "authorization_request_not_found", "invalid_state_parameter", "invalid_request" ->
          "state_mismatch";
      case "missing_scope", "no_channel", "no_refresh_token", "code_refused" ->
          e.getError().getErrorCode();
      default -> "unreachable";
    };
  }

  /** To a path of this server, by whatever name the browser knows it, or elsewhere. */
  private static void redirect(HttpServletResponse response, String location) {
    response.setStatus(HttpServletResponse.SC_FOUND);
    response.setHeader("Location", location);
  }

  /** What the browser was sent away with; it is of no use a second time. */
  private static void forgetQuestion(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }
}

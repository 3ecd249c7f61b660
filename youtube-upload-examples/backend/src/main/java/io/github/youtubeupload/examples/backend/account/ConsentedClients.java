package io.github.youtubeupload.examples.backend.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.stereotype.Component;

/** Takes the tokens of those who have just consented; uploads get theirs from {@link Accounts}. */
@Component
final class ConsentedClients implements OAuth2AuthorizedClientRepository {
  private final Accounts accounts;
  private final ApplicationEventPublisher events;

  ConsentedClients(Accounts accounts, ApplicationEventPublisher events) {
    this.accounts = accounts;
    this.events = events;
  }

  @Override
  public void saveAuthorizedClient(
      OAuth2AuthorizedClient client,
      Authentication who,
      HttpServletRequest request,
      HttpServletResponse response) {
    Owner owner = (Owner) Objects.requireNonNull(who.getPrincipal());
    accounts.consented(owner, Objects.requireNonNull(client.getRefreshToken()).getTokenValue());
    events.publishEvent(new ConsentGiven(owner.account()));
  }

  @Override
  @SuppressWarnings("TypeParameterUnusedInFormals") // the signature is Spring's
  public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
      String registrationId, Authentication who, HttpServletRequest request) {
    return null;
  }

  @Override
  public void removeAuthorizedClient(
      String registrationId,
      Authentication who,
      HttpServletRequest request,
      HttpServletResponse response) {
    // a failed refresh would lead here, and nothing is refreshed through Spring
  }
}

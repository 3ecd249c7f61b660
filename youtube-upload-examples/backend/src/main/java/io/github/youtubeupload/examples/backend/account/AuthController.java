package io.github.youtubeupload.examples.backend.account;

import com.google.auth.Credentials;
import io.github.youtubeupload.auth.Consent;
import io.github.youtubeupload.auth.ConsentException;
import io.github.youtubeupload.auth.ConsentFlow;
import io.github.youtubeupload.auth.ConsentRequest;
import io.github.youtubeupload.auth.YouTubeCredentials;
import io.github.youtubeupload.examples.backend.state.Sha256;
import io.github.youtubeupload.examples.backend.youtube.Channel;
import io.github.youtubeupload.examples.backend.youtube.ChannelLookup;
import io.github.youtubeupload.examples.backend.youtube.YouTubeServer;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Sign-in at the consent screen, and who is signed in. */
@RestController
@RequestMapping("/api/youtube")
final class AuthController {
  private static final Logger LOG = LoggerFactory.getLogger(AuthController.class);
  private static final String CONSENT = "consent";
  private static final Duration TO_DECIDE = Duration.ofMinutes(10);
  private static final Duration SESSION = Duration.ofDays(7);

  private final YouTubeServer youtube;
  private final SealedCookie cookies;
  private final ChannelLookup channels;
  private final Accounts accounts;
  private final Identity identity;
  private final ApplicationEventPublisher events;

  AuthController(
      YouTubeServer youtube,
      SealedCookie cookies,
      ChannelLookup channels,
      Accounts accounts,
      Identity identity,
      ApplicationEventPublisher events) {
    this.youtube = youtube;
    this.cookies = cookies;
    this.channels = channels;
    this.accounts = accounts;
    this.identity = identity;
    this.events = events;
  }

  record Me(boolean signedIn, String channelId, String channelTitle, boolean demo) {}

  @GetMapping("/me")
  Me me(HttpServletRequest request) {
    boolean demo = youtube.demo().isPresent();
    return identity
        .find(request)
        .map(owner -> new Me(true, owner.account(), owner.title(), demo))
        .orElse(new Me(false, "", "", demo));
  }

  @GetMapping("/auth")
  ResponseEntity<Void> auth() {
    ConsentRequest asked = youtube.consent().begin();
    String kept = asked.state() + " " + asked.codeVerifier();
    return redirect(asked.url(), cookies.issue(CONSENT, kept, TO_DECIDE));
  }

  @GetMapping("/callback")
  ResponseEntity<Void> callback(HttpServletRequest request) {
    String done = cookies.clear(CONSENT);
    try {
      Consent consent = youtube.consent().finish(asked(request), HiddenAnswer.of(request));
      Optional<Channel> channel = channelOf(consent);
      if (channel.isEmpty()) {
        return redirect(problem("no_channel"), done);
      }
      accounts.consented(channel.get(), consent.refreshToken());
      events.publishEvent(new ConsentGiven(channel.get().id()));
      LOG.info("Channel {} has consented", channel.get().id());
      String session = cookies.issue(Identity.SESSION, channel.get().id(), SESSION);
      return redirect(URI.create("/"), done, session);
    } catch (ConsentException e) {
      LOG.info("No consent: {}", e.getMessage());
      return redirect(problem(e.reason().name().toLowerCase(Locale.ROOT)), done);
    } catch (IOException e) {
      LOG.warn("The consent could not be finished: {}", e.getClass().getName());
      return redirect(problem("unreachable"), done);
    }
  }

  @PostMapping("/signout")
  ResponseEntity<Void> signOut() {
    return ResponseEntity.noContent()
        .header(HttpHeaders.SET_COOKIE, cookies.clear(Identity.SESSION))
        .build();
  }

  /** The question this browser was sent away with; one that nothing answers if there is none. */
  private ConsentRequest asked(HttpServletRequest request) {
    ConsentRequest none = youtube.consent().begin();
    return cookies
        .read(request, CONSENT)
        .map(kept -> kept.split(" ", 2))
        .map(kept -> new ConsentRequest(none.url(), kept[0], kept[1]))
        .orElse(none);
  }

  /** The channel, where the person lets us read it. */
  private Optional<Channel> channelOf(Consent consent) throws IOException {
    if (!consent.scopes().contains(ConsentFlow.READONLY)) {
      String name = "consent-" + Sha256.of(consent.refreshToken()).substring(0, 22);
      return Optional.of(new Channel(name, ""));
    }
    Credentials credentials = YouTubeCredentials.accessToken(consent.accessToken());
    return channels.channel(credentials);
  }

  private static URI problem(String code) {
    return URI.create("/?sign_in=" + code);
  }

  private static ResponseEntity<Void> redirect(URI where, String... setCookies) {
    return ResponseEntity.status(302)
        .location(where)
        .header(HttpHeaders.SET_COOKIE, setCookies)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}

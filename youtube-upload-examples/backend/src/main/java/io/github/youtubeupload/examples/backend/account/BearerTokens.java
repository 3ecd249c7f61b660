package io.github.youtubeupload.examples.backend.account;

import com.google.api.client.http.HttpResponseException;
import io.github.youtubeupload.auth.YouTubeCredentials;
import io.github.youtubeupload.examples.backend.state.Sha256;
import io.github.youtubeupload.examples.backend.web.ApiException;
import io.github.youtubeupload.examples.backend.youtube.Channel;
import io.github.youtubeupload.examples.backend.youtube.ChannelLookup;
import io.github.youtubeupload.examples.backend.youtube.TokenScopes;
import io.github.youtubeupload.examples.backend.youtube.YouTubeServer;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Whose an access token is, if it may upload. The owner is the channel, so a new token of the same
 * channel sees the same uploads; a token that may not read its channel stands for itself, by its
 * hash.
 *
 * <p>In the demo every token is a user, so that the examples work as they are written.
 */
@Component
final class BearerTokens {
  private static final Logger LOG = LoggerFactory.getLogger(BearerTokens.class);
  private static final Duration REMEMBERED = Duration.ofMinutes(10);
  private static final int MOST = 1000;

  /** As RFC 6750 writes it; anything else would be quoted by whoever refuses it as a header. */
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

  private final TokenScopes info;
  private final ChannelLookup channels;
  private final Accounts accounts;
  private final YouTubeServer youtube;
  private final Clock clock;
  private final Map<String, Known> known = Collections.synchronizedMap(new Recent());

  BearerTokens(
      TokenScopes info,
      ChannelLookup channels,
      Accounts accounts,
      YouTubeServer youtube,
      Clock clock) {
    this.info = info;
    this.channels = channels;
    this.accounts = accounts;
    this.youtube = youtube;
    this.clock = clock;
  }

  private record Known(Owner owner, Instant until) {}

  Owner owner(String token) {
    if (!TOKEN.matcher(token).matches()) {
      throw refused();
    }
    String hash = Sha256.of(token);
    Known earlier = known.get(hash);
    if (earlier != null && clock.instant().isBefore(earlier.until())) {
      return earlier.owner();
    }
    Owner found = lookUp(token, hash);
    accounts.brought(found, token);
    known.put(hash, new Known(found, clock.instant().plus(REMEMBERED)));
    return found;
  }

  private Owner lookUp(String token, String hash) {
    if (youtube.demo().isPresent()) {
      return new Owner("UC" + hash.substring(0, 22), "Demo user", false);
    }
    try {
      Set<String> scopes = info.scopes(token);
      if (!TokenScopes.mayUpload(scopes)) {
        throw ApiException.forbidden(
            "missing_scope",
            "This access token may not upload; get one with the scope youtube.upload");
      }
      return TokenScopes.mayRead(scopes)
          ? ofChannel(channels.channel(YouTubeCredentials.accessToken(token)))
          : new Owner("token-" + hash.substring(0, 22), "", false);
    } catch (HttpResponseException e) {
      throw e.getStatusCode() == 401 ? refused() : unreachable(e);
    } catch (IllegalStateException e) {
      // The credentials were refused and have nothing to renew themselves with.
      throw refused();
    } catch (IOException e) {
      throw unreachable(e);
    }
  }

  private static Owner ofChannel(Optional<Channel> channel) {
    return channel
        .map(found -> new Owner(found.id(), found.title(), false))
        .orElseThrow(() -> ApiException.forbidden("no_channel", "This account has no channel"));
  }

  private static ApiException refused() {
    return ApiException.unauthorized("YouTube does not accept this access token; get a new one");
  }

  private static ApiException unreachable(IOException e) {
    LOG.warn("The channel of an access token cannot be looked up: {}", e.getClass().getName());
    return ApiException.unavailable("YouTube cannot be reached to check the access token");
  }

  /** Forgets the least recently used. */
  private static final class Recent extends LinkedHashMap<String, Known> {
    private static final long serialVersionUID = 1L;

    Recent() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
      return size() > MOST;
    }
  }
}

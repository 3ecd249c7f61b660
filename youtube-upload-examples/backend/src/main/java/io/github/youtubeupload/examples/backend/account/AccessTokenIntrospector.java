package io.github.youtubeupload.examples.backend.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.api.client.http.HttpResponseException;
import io.github.youtubeupload.auth.YouTubeCredentials;
import io.github.youtubeupload.examples.backend.state.Sha256;
import io.github.youtubeupload.examples.backend.web.ApiException;
import io.github.youtubeupload.examples.backend.youtube.Channel;
import io.github.youtubeupload.examples.backend.youtube.ChannelLookup;
import io.github.youtubeupload.examples.backend.youtube.TokenScopes;
import io.github.youtubeupload.examples.backend.youtube.YouTubeServer;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.stereotype.Component;

/**
 * Whose an access token is, if it may upload. The owner is the channel, so a new token of the same
 * channel sees the same uploads; a token that may not read its channel stands for itself, by its
 * hash.
 *
 * <p>In the demo every token is a user, so that the examples work as they are written.
 */
@Component
public final class AccessTokenIntrospector implements OpaqueTokenIntrospector {
  private static final Logger LOG = LoggerFactory.getLogger(AccessTokenIntrospector.class);

  /** As RFC 6750 writes it; anything else would be quoted by whoever refuses it as a header. */
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

  private final TokenScopes tokens;
  private final ChannelLookup channels;
  private final Accounts accounts;
  private final YouTubeServer youtube;
  private final Cache<String, Owner> known =
      Caffeine.newBuilder().maximumSize(1000).expireAfterWrite(Duration.ofMinutes(10)).build();

  AccessTokenIntrospector(
      TokenScopes tokens, ChannelLookup channels, Accounts accounts, YouTubeServer youtube) {
    this.tokens = tokens;
    this.channels = channels;
    this.accounts = accounts;
    this.youtube = youtube;
  }

  /**
   * The owner of a token.
   *
   * @throws RefusedAuthentication with 401 if YouTube does not accept it, 403 if it may not upload,
   *     503 if YouTube cannot be asked
   */
  @Override
  public Owner introspect(String token) {
    if (!TOKEN.matcher(token).matches()) {
      throw refused();
    }
    String hash = Sha256.of(token);
    Owner earlier = known.getIfPresent(hash);
    if (earlier != null) {
      return earlier;
    }
    Owner found = lookUp(token, hash);
    accounts.brought(found, token);
    known.put(hash, found);
    return found;
  }

  private Owner lookUp(String token, String hash) {
    if (youtube.demo().isPresent()) {
      return new Owner("UC" + hash.substring(0, 22), "Demo user");
    }
    try {
      Set<String> scopes = tokens.scopes(token);
      if (!TokenScopes.mayUpload(scopes)) {
        throw new RefusedAuthentication(
            ApiException.forbidden(
                "missing_scope",
                "This access token may not upload; get one with the scope youtube.upload"));
      }
      return TokenScopes.mayRead(scopes)
          ? ofChannel(channels.channel(YouTubeCredentials.accessToken(token)))
          : new Owner("token-" + hash.substring(0, 22), "");
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
        .map(found -> new Owner(found.id(), found.title()))
        .orElseThrow(
            () ->
                new RefusedAuthentication(
                    ApiException.forbidden("no_channel", "This account has no channel")));
  }

  private static RefusedAuthentication refused() {
    return new RefusedAuthentication(
        ApiException.unauthorized("YouTube does not accept this access token; get a new one"));
  }

  private static RefusedAuthentication unreachable(IOException e) {
    LOG.warn("The channel of an access token cannot be looked up: {}", e.getClass().getName());
    return new RefusedAuthentication(
        ApiException.unavailable("YouTube cannot be reached to check the access token"));
  }
}

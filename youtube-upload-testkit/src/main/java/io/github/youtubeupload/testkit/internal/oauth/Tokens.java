package io.github.youtubeupload.testkit.internal.oauth;

import io.github.youtubeupload.testkit.Grant;
import io.github.youtubeupload.testkit.internal.id.RandomIds;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Access and refresh tokens that were issued and not revoked. Thread-safe. */
public final class Tokens {
  private final Clock clock;
  private final Map<String, Access> access = new HashMap<>();
  private final Map<String, Grant> refresh = new HashMap<>();

  private record Access(Grant grant, Instant expires) {}

  public Tokens(Clock clock) {
    this.clock = clock;
  }

  public synchronized String issueAccess(Grant grant) {
    String token = "ya29.fake-" + RandomIds.next(24);
    access.put(token, new Access(grant, clock.instant().plus(grant.lifetime())));
    return token;
  }

  public synchronized String issueRefresh(Grant grant) {
    String token = "1//fake-" + RandomIds.next(24);
    refresh.put(token, grant);
    return token;
  }

  /** The grant of an access token that is known and not expired. */
  synchronized Optional<Grant> accessGrant(String token) {
    return Optional.ofNullable(access.get(token))
        .filter(known -> clock.instant().isBefore(known.expires()))
        .map(Access::grant);
  }

  synchronized Optional<Instant> expiry(String token) {
    return Optional.ofNullable(access.get(token)).map(Access::expires);
  }

  synchronized Optional<Grant> refreshGrant(String token) {
    return Optional.ofNullable(refresh.get(token));
  }

  /** Forgets a token of either kind; false if it was not known. */
  public synchronized boolean revoke(String token) {
    boolean wasAccess = access.remove(token) != null;
    boolean wasRefresh = refresh.remove(token) != null;
    return wasAccess || wasRefresh;
  }

  public synchronized void expireAllAccess() {
    access.clear();
  }
}

package io.github.youtubeupload.examples.backend.account;

import com.google.auth.Credentials;
import io.github.youtubeupload.auth.YouTubeCredentials;
import io.github.youtubeupload.examples.backend.youtube.YouTubeServer;
import io.github.youtubeupload.testkit.FakeYouTube;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The credentials of every account, for requests and for uploads that go on after a restart.
 * Thread-safe.
 */
@Component
public final class Accounts {
  private final AccountFiles files;
  private final YouTubeServer youtube;
  private final Map<String, Credentials> current = new ConcurrentHashMap<>();

  Accounts(AccountFiles files, YouTubeServer youtube) {
    this.files = files;
    this.youtube = youtube;
  }

  /** The account's credentials, which follow it through new consents and new tokens. */
  public Credentials credentials(String account) {
    return new AccountCredentials(this, account);
  }

  Optional<Account> find(String id) {
    return files.find(id);
  }

  /** Remembers a new consent; running uploads use it from their next request on. */
  void consented(Owner owner, String refreshToken) {
    files.save(new Account(owner.account(), owner.title(), refreshToken, null));
    current.remove(owner.account());
  }

  /** Remembers the newest access token of a caller who has not signed in here. */
  void brought(Owner owner, String accessToken) {
    Optional<Account> known = files.find(owner.account());
    boolean nothingNew =
        known
            .filter(a -> a.refreshToken() != null || accessToken.equals(a.accessToken()))
            .isPresent();
    if (!nothingNew) {
      files.save(new Account(owner.account(), owner.title(), null, accessToken));
      current.remove(owner.account());
    }
  }

  /**
   * What the account is authorised with now.
   *
   * @throws IllegalStateException if nothing is known of it
   */
  Credentials current(String account) {
    return current.computeIfAbsent(account, this::load);
  }

  void renew(String account) throws IOException {
    if (youtube.demo().isPresent()) {
      current.remove(account);
    } else {
      current(account).refresh();
    }
  }

  private Credentials load(String account) {
    if (youtube.demo().isPresent()) {
      // The fake forgets its tokens with the process, so it issues new ones.
      FakeYouTube fake = youtube.demo().get();
      return YouTubeCredentials.accessToken(fake.issueAccessToken(fake.grant().channel(account)));
    }
    Account known =
        files
            .find(account)
            .orElseThrow(() -> new IllegalStateException("No consent is stored for this account"));
    if (known.refreshToken() != null) {
      return youtube.oauth().flow().credentials(known.refreshToken());
    }
    if (known.accessToken() != null) {
      return YouTubeCredentials.accessToken(known.accessToken());
    }
    throw new IllegalStateException("No token is stored for this account");
  }
}

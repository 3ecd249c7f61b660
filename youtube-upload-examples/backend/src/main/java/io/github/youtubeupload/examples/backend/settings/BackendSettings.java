package io.github.youtubeupload.examples.backend.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the operator decides, each by the variable of the same name; {@code docs/backend.md} lists
 * them.
 *
 * @param oauthClient empty: try everything out with FakeYouTube
 * @param apiKey sent along when channels are looked up
 * @param redirectUri where the consent screen sends the browser back to
 * @param quotaLimit what the bucket that pays for uploads holds a day
 * @param plainPool whether uploads cost 1600 of one pool, as until 2025
 * @param databaseUrl Postgres, for a quota that many machines share
 * @param stateDirectory everything that must outlast the process
 * @param stateKey encrypts what is in it; empty: a key file there
 * @param corsOrigins whose pages may call the API with a bearer token
 * @param allowedSourceHosts hosts on private addresses that videos may be fetched from
 * @param failureWebhook hears of every upload that fails
 */
public record BackendSettings(
    Optional<OAuthClient> oauthClient,
    Optional<String> apiKey,
    URI redirectUri,
    OptionalLong quotaLimit,
    boolean plainPool,
    Optional<String> databaseUrl,
    Path stateDirectory,
    Optional<String> stateKey,
    Limits limits,
    List<String> corsOrigins,
    List<String> allowedSourceHosts,
    Optional<URI> failureWebhook,
    Servers servers,
    long demoBytesPerSecond) {

  /** The OAuth client of the Google Cloud project. {@code toString} leaves the secret out. */
  public record OAuthClient(String id, String secret) {
    @Override
    public String toString() {
      return "OAuthClient[" + id + "]";
    }
  }

  /**
   * How much is too much.
   *
   * @param fileBytes the largest file or download
   * @param concurrentUploads uploads that run at once; others wait
   * @param concurrentUploadsPerUser of them, those of one user
   * @param uploadsPerUser uploads of one user that have not ended
   * @param requestsPerMinute from one address
   */
  public record Limits(
      long fileBytes,
      int concurrentUploads,
      int concurrentUploadsPerUser,
      int uploadsPerUser,
      int requestsPerMinute) {}

  /** Where Google is; other places for tests and proxies. */
  public record Servers(URI api, URI consent, URI tokens) {}

  /** Whether cookies may travel over https only. */
  public boolean secure() {
    return "https".equals(redirectUri.getScheme());
  }

  /** Of what there is, little is for a log: keys, a password, a webhook's address. */
  @Override
  public String toString() {
    return "BackendSettings[" + stateDirectory + "]";
  }
}

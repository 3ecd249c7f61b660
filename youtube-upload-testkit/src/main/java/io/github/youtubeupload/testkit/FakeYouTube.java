package io.github.youtubeupload.testkit;

import io.github.youtubeupload.testkit.internal.http.HttpListener;
import io.github.youtubeupload.testkit.internal.server.NetworkSettings;
import io.github.youtubeupload.testkit.internal.server.PublicRoot;
import io.github.youtubeupload.testkit.internal.tls.LoopbackTls;
import io.github.youtubeupload.testkit.internal.video.StoredVideo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A server on loopback that speaks YouTube's upload protocol, strictly, and misbehaves when told
 * to.
 *
 * <pre>{@code
 * try (FakeYouTube youtube = FakeYouTube.start()) {
 *   youtube.script(FaultScript.none().on(Step.SEND, 1, Fault.cutAfter(1_000_000)));
 *   uploadWithYourClient(youtube.rootUrl(), youtube.accessToken());
 *   assertEquals(1, youtube.videos().size());
 * }
 * }</pre>
 *
 * <p>Thread-safe. Servers share nothing, so tests may run in parallel. No video is held in memory.
 * Requests are served by daemon threads; {@link #close} ends them all, blocked or not, and deletes
 * the temporary files. Those of a server that is never closed go when the JVM ends.
 */
public final class FakeYouTube implements AutoCloseable {
  private final Settings settings;
  private final @Nullable LoopbackTls tls;
  private final HttpListener listener;
  private final ServerParts parts;
  private final String rootUrl;

  FakeYouTube(Settings settings) {
    this.settings = settings;
    NetworkSettings network = settings.network();
    this.tls = network.tls() ? LoopbackTls.create(Clock.systemUTC().instant()) : null;
    SSLContext context = tls == null ? null : tls.server();
    this.listener = HttpListener.bind(network.port(), network.receiveBuffer(), context);
    this.parts = new ServerParts(settings);
    this.rootUrl =
        settings
            .publicUrl()
            .map(URI::toString)
            .orElse((network.tls() ? "https" : "http") + "://127.0.0.1:" + listener.port() + "/");
    PublicRoot root = new PublicRoot(rootUrl, settings.publicUrl().isPresent());
    listener.serve(parts.router(root, grant()));
  }

  /** A server with one project, one channel, plain HTTP and a free port. */
  public static FakeYouTube start() {
    return builder().start();
  }

  /** Configures a server. */
  public static FakeYouTubeBuilder builder() {
    return new FakeYouTubeBuilder();
  }

  /** What clients take as the root of the API, for example {@code http://127.0.0.1:4711/}. */
  public String rootUrl() {
    return rootUrl;
  }

  /** The port of 127.0.0.1 that the server listens on, whatever {@link #rootUrl} says. */
  public int port() {
    return listener.port();
  }

  /** Where OAuth clients exchange codes and refresh tokens. */
  public String tokenUri() {
    return rootUrl() + "token";
  }

  /** Where OAuth clients send the browser for consent. */
  public String authUri() {
    return rootUrl() + "o/oauth2/v2/auth";
  }

  /** Where OAuth clients give a token back. */
  public String revokeUri() {
    return rootUrl() + "revoke";
  }

  /** The page that plays a video. */
  public String watchUrl(String videoId) {
    return rootUrl() + "watch?v=" + videoId;
  }

  /** The page that shows all there is to know of a video. */
  public String studioUrl(String videoId) {
    return rootUrl() + "video/" + videoId + "/edit";
  }

  /** The OAuth client's id that {@link #tokenUri} accepts. */
  public String clientId() {
    return settings.accounts().client().id();
  }

  /** The OAuth client's secret that {@link #tokenUri} accepts. */
  public String clientSecret() {
    return settings.accounts().client().secret();
  }

  /**
   * The certificate, made when the server started.
   *
   * @throws IllegalStateException if the server does not speak TLS
   */
  public X509Certificate certificate() {
    return requireTls().certificate();
  }

  /**
   * A context for clients that trusts this server and nothing else.
   *
   * @throws IllegalStateException if the server does not speak TLS
   */
  public SSLContext trustingSslContext() {
    return requireTls().client();
  }

  private LoopbackTls requireTls() {
    if (tls == null) {
      throw new IllegalStateException("Start the server with builder().tls() first");
    }
    return tls;
  }

  /** First project, first channel, uploading and reading, tokens that live an hour. */
  public Grant grant() {
    return new Grant(
        settings.accounts().projects().keySet().iterator().next(),
        settings.accounts().channels().get(0),
        Set.of(Grant.UPLOAD, Grant.READONLY),
        Duration.ofHours(1));
  }

  /** A new access token of {@link #grant()}. */
  public String accessToken() {
    return issueAccessToken(grant());
  }

  /** A new access token. */
  public String issueAccessToken(Grant grant) {
    return parts.tokens.issueAccess(grant);
  }

  /** A new refresh token, which lives until it is revoked. */
  public String issueRefreshToken(Grant grant) {
    return parts.tokens.issueRefresh(grant);
  }

  /** From now on every access token issued so far is refused. */
  public void expireAccessTokens() {
    parts.tokens.expireAllAccess();
  }

  /** From now on this token, of either kind, is refused; a refresh gets {@code invalid_grant}. */
  public void revoke(String token) {
    parts.tokens.revoke(token);
  }

  /** Misbehaves by this script from the next request on; what is left of an earlier one goes. */
  public void script(FaultScript script) {
    parts.script.set(script);
  }

  /** The rules of the script that have struck nothing yet, those for every request left out. */
  public List<FaultScript.Rule> remainingFaults() {
    return parts.script.remaining();
  }

  /** The videos uploaded completely and not deleted, oldest first. */
  public List<FakeVideo> videos() {
    return parts.videos.views();
  }

  /**
   * Waits until so many videos were uploaded completely.
   *
   * @return false if the time was over first
   */
  public boolean awaitVideos(int count, Duration atMost) throws InterruptedException {
    return parts.videos.await(count, atMost.toNanos());
  }

  /**
   * Videos that are there once too often: same channel, bytes, title and tags as an earlier one.
   */
  public List<FakeVideo> doubles() {
    return parts.videos.doubles();
  }

  /** All sessions ever opened, oldest first. */
  public List<FakeSession> sessions() {
    return parts.sessions.views();
  }

  /** The latest 5,000 requests, in the order in which they were answered or cut. */
  public List<RecordedRequest> requests() {
    return parts.log.requests();
  }

  /** How many requests were answered or cut in all. */
  public long requestCount() {
    return parts.log.count();
  }

  /** Bytes of video received in all, kept or not; a byte counts once it was dealt with. */
  public long bytesReceived() {
    return parts.log.bytesReceived();
  }

  /**
   * Waits until so many bytes of video were received in all.
   *
   * @return false if the time was over first
   */
  public boolean awaitBytesReceived(long bytes, Duration atMost) throws InterruptedException {
    return parts.log.awaitBytes(bytes, atMost.toNanos());
  }

  /** Units used today, by the Pacific day of the server's clock. */
  public long quotaUsed(String project, Bucket bucket) {
    return parts.quota.used(project, bucket);
  }

  /** Uses quota as another client of the project would; the limit may be passed. */
  public void spendQuota(String project, Bucket bucket, long units) {
    parts.quota.add(project, bucket, units);
  }

  /** Ends the processing of a video well. */
  public void finishProcessing(String videoId) {
    video(videoId).become("processed", "");
  }

  /** Ends the processing badly, for example with "invalidFile". */
  public void failProcessing(String videoId, String failureReason) {
    video(videoId).become("failed", failureReason);
  }

  /** Rejects a video, for example as "duplicate". */
  public void rejectVideo(String videoId, String rejectionReason) {
    video(videoId).become("rejected", rejectionReason);
  }

  private StoredVideo video(String id) {
    return parts
        .videos
        .find(id)
        .orElseThrow(() -> new IllegalArgumentException("The server has no video " + id));
  }

  /**
   * The file that holds a video as it was received; it goes with the server.
   *
   * @throws IllegalStateException unless videos are kept on disk
   */
  public Path file(String videoId) {
    Path file = video(videoId).bytes().file();
    if (!Files.exists(file)) {
      throw new IllegalStateException(
          "Only Storage.DISK keeps videos, not " + settings.videos().storage());
    }
    return file;
  }

  /** Ends all connections at once and deletes the temporary files. Closing twice is harmless. */
  @Override
  public void close() {
    listener.close();
    try {
      parts.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Temporary files are left in " + parts.directory.path(), e);
    }
  }
}

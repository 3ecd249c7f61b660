package io.github.youtubeupload.testkit;

import io.github.youtubeupload.testkit.internal.oauth.OAuthClient;
import io.github.youtubeupload.testkit.internal.server.NetworkSettings;
import io.github.youtubeupload.testkit.internal.upload.SessionSettings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Configures a {@link FakeYouTube}. Not thread-safe. One builder can start many servers, which
 * share nothing.
 */
public final class FakeYouTubeBuilder {
  static final String PROJECT = "test-project";
  static final String CHANNEL = "UCfakefakefakefakefakefa";

  private final Map<String, QuotaRules> projects = new LinkedHashMap<>();
  private final List<String> channels = new ArrayList<>();
  private int port;
  private boolean tls;
  private Clock clock = Clock.systemUTC();
  private String clientId = "test-client";
  private String clientSecret = "test-secret";
  private Storage storage = Storage.DISK;
  private boolean keepsWholeBlocks = true;
  private Duration sessionLifetime = Duration.ofDays(7);
  private int deadSessionStatus = 404;
  private int finalStatus = 201;
  private boolean gapIsBadRequest;
  private boolean staleTokenEndsSession;
  private boolean documentedOnly;
  private Optional<URI> publicUrl = Optional.empty();
  private long channelUploadLimit = Long.MAX_VALUE;
  private int processedAfterPolls;
  private long bytesPerSecond;
  private Duration roundTrip = Duration.ZERO;
  private int receiveBuffer;
  private long drain = 4L << 20;

  FakeYouTubeBuilder() {}

  /** Listens on this port of 127.0.0.1; 0, the default, means any that is free. */
  public FakeYouTubeBuilder port(int number) {
    port = number;
    return this;
  }

  /** Speaks TLS with a certificate of its own; see {@link FakeYouTube#trustingSslContext}. */
  public FakeYouTubeBuilder tls() {
    tls = true;
    return this;
  }

  /** The time by which days turn, tokens and sessions expire and videos are dated. */
  public FakeYouTubeBuilder clock(Clock time) {
    clock = time;
    return this;
  }

  /** Adds a project. Without any there is "test-project" with {@link QuotaRules#today()}. */
  public FakeYouTubeBuilder project(String id, QuotaRules rules) {
    projects.put(id, rules);
    return this;
  }

  /** Adds a channel. Without any there is one. */
  public FakeYouTubeBuilder channel(String id) {
    channels.add(id);
    return this;
  }

  /** The OAuth client that the token endpoint knows; default "test-client", "test-secret". */
  public FakeYouTubeBuilder client(String id, String secret) {
    clientId = id;
    clientSecret = secret;
    return this;
  }

  /** What is kept of the videos; default {@link Storage#DISK}. */
  public FakeYouTubeBuilder storage(Storage mode) {
    storage = mode;
    return this;
  }

  /** Whether a PUT that breaks off leaves multiples of 256 KiB only; default true. */
  public FakeYouTubeBuilder keepsWholeBlocks(boolean only) {
    keepsWholeBlocks = only;
    return this;
  }

  /** How long a session lives, by the clock; default a week. */
  public FakeYouTubeBuilder sessionLifetime(Duration time) {
    sessionLifetime = time;
    return this;
  }

  /** What a session answers whose life is over: 404, the default, or 410. */
  public FakeYouTubeBuilder deadSessionStatus(int status) {
    deadSessionStatus = status;
    return this;
  }

  /** The status of the answer that ends an upload: 201, the default, or 200. */
  public FakeYouTubeBuilder finalStatus(int status) {
    finalStatus = status;
    return this;
  }

  /** Answers 400 to an overlap or a gap instead of 308 with what is stored. */
  public FakeYouTubeBuilder gapIsBadRequest() {
    gapIsBadRequest = true;
    return this;
  }

  /**
   * Refuses what some clients of Google's send although no document of YouTube's knows it: a {@code
   * Content-Range} of {@code 0-*}{@code /N} or of unknown total, content or metadata without a
   * content type. All of it is accepted by default.
   */
  public FakeYouTubeBuilder documentedOnly() {
    documentedOnly = true;
    return this;
  }

  /**
   * What clients call the root of this server, if they reach it through a proxy or a mapped port
   * that says nothing of itself, for example {@code https://upload.test/}. Session URIs and all
   * addresses of {@link FakeYouTube} begin with it. By default session URIs begin with what the
   * request's {@code Host} names.
   *
   * @throws IllegalArgumentException unless it is an absolute http or https address without a query
   */
  public FakeYouTubeBuilder publicUrl(URI root) {
    if (root.getHost() == null || !String.valueOf(root.getScheme()).matches("https?")) {
      throw new IllegalArgumentException("Must be http(s)://host[:port]/[path], found " + root);
    } else if (root.getRawQuery() != null || root.getRawFragment() != null) {
      throw new IllegalArgumentException("Must have no query and no fragment, found " + root);
    }
    publicUrl = Optional.of(URI.create(root.toString().replaceFirst("/?$", "/")));
    return this;
  }

  /** A PUT with an expired or unknown token is not only refused but ends its session. */
  public FakeYouTubeBuilder staleTokenEndsSession() {
    staleTokenEndsSession = true;
    return this;
  }

  /** How many videos a channel may get in 24 hours; default unlimited. */
  public FakeYouTubeBuilder channelUploadLimit(long videos) {
    channelUploadLimit = videos;
    return this;
  }

  /** Videos are processed once they were listed so often; default 0: only when told. */
  public FakeYouTubeBuilder processedAfterPolls(int polls) {
    processedAfterPolls = polls;
    return this;
  }

  /**
   * Reads the body of every request at most this fast. What the kernel buffers comes on top: give
   * {@link #receiveBuffer} too where it matters.
   */
  public FakeYouTubeBuilder bytesPerSecond(long speed) {
    bytesPerSecond = speed;
    return this;
  }

  /**
   * Delays every answer by this time; the first answer on a new connection by this time once more,
   * with TLS twice more. It does not model windows: bytes on their way are not delayed.
   */
  public FakeYouTubeBuilder roundTrip(Duration time) {
    roundTrip = time;
    return this;
  }

  /** Bytes that the kernel takes from a client before the server reads them; default its own. */
  public FakeYouTubeBuilder receiveBuffer(int bytes) {
    receiveBuffer = bytes;
    return this;
  }

  /**
   * How much of a body the server still takes and throws away when it has answered before reading
   * it; default 4 MiB. If there is more the connection is reset then, and a client that reads only
   * when it has sent all loses the answer.
   */
  public FakeYouTubeBuilder drainAfterEarlyAnswer(long bytes) {
    drain = bytes;
    return this;
  }

  /**
   * Starts the server.
   *
   * @throws java.io.UncheckedIOException if it cannot listen or has no temporary directory
   */
  public FakeYouTube start() {
    return new FakeYouTube(settings());
  }

  private Settings settings() {
    return new Settings(
        clock,
        new NetworkSettings(port, tls, receiveBuffer, drain, bytesPerSecond, roundTrip),
        publicUrl,
        accounts(),
        new SessionSettings(
            sessionLifetime,
            deadSessionStatus,
            finalStatus,
            staleTokenEndsSession,
            new SessionSettings.ByteRules(keepsWholeBlocks, gapIsBadRequest, documentedOnly)),
        new Settings.Videos(storage, channelUploadLimit, processedAfterPolls));
  }

  private Settings.Accounts accounts() {
    return new Settings.Accounts(
        projects.isEmpty()
            ? Map.of(PROJECT, QuotaRules.today())
            : Collections.unmodifiableMap(new LinkedHashMap<>(projects)),
        channels.isEmpty() ? List.of(CHANNEL) : List.copyOf(channels),
        new OAuthClient(clientId, clientSecret));
  }
}

package io.github.youtubeupload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.youtubeupload.auth.YouTubeCredentials;
import io.github.youtubeupload.metadata.VideoMetadata;
import io.github.youtubeupload.quota.QuotaEntry;
import io.github.youtubeupload.quota.QuotaPolicy;
import io.github.youtubeupload.quota.QuotaStore;
import io.github.youtubeupload.source.VideoSource;
import io.github.youtubeupload.store.UploadStep;
import io.github.youtubeupload.store.UploadStore;
import io.github.youtubeupload.testkit.Bucket;
import io.github.youtubeupload.testkit.FakeVideo;
import io.github.youtubeupload.testkit.FakeYouTube;
import io.github.youtubeupload.testkit.FaultScript;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;

/** A FakeYouTube, a client made for it, and the oracle that every upload must satisfy. */
final class Rig implements AutoCloseable {
  /** Quick, and patient enough for every script of faults. */
  static final RetryPolicy QUICK =
      new RetryPolicy(12, Duration.ofMillis(1), Duration.ofMillis(4), Duration.ofMinutes(2), 12);

  final FakeYouTube server;
  QuotaStore ledger = QuotaStore.inMemory();
  final UploadStore journal = UploadStore.inMemory();
  private final boolean ownServer;
  private final String token;

  Rig() {
    this(FakeYouTube.start(), true);
  }

  private Rig(FakeYouTube server, boolean ownServer) {
    this.server = server;
    this.ownServer = ownServer;
    this.token = server.accessToken();
  }

  static Rig with(FakeYouTube server) {
    return new Rig(server, true);
  }

  UploadClient client() {
    return client(builder -> builder);
  }

  UploadClient client(UnaryOperator<UploadClientBuilder> options) {
    return options
        .apply(
            UploadClient.builder()
                .endpoint(URI.create(server.rootUrl()))
                .credentials(YouTubeCredentials.accessToken(token))
                .quotaStore(ledger)
                .uploadStore(journal)
                .retryPolicy(QUICK)
                .stallTimeout(Duration.ofMillis(250))
                .answerTimeout(Duration.ofMillis(500))
                .finalAnswerTimeout(Duration.ofMillis(500)))
        .build();
  }

  void ledgerAt(Clock clock) {
    ledger = QuotaStore.inMemory(clock);
  }

  void awaitState(Upload upload, UploadState state) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (upload.progress().state() != state && System.nanoTime() < end) {
      LockSupport.parkNanos(1_000_000);
    }
    assertThat(upload.progress().state()).isEqualTo(state);
  }

  void awaitStep(UploadClient client, String uploadId, UploadStep step) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (client.find(uploadId).orElseThrow().step() != step && System.nanoTime() < end) {
      LockSupport.parkNanos(1_000_000);
    }
    assertThat(client.find(uploadId).orElseThrow().step()).isEqualTo(step);
  }

  static UploadRequest.Builder request(Path file) {
    return UploadRequest.builder()
        .source(VideoSource.file(file))
        .metadata(VideoMetadata.builder().title("Friends").build());
  }

  Rig script(FaultScript script) {
    server.script(script);
    return this;
  }

  /** Exactly one video, byte for byte, and the ledger counts what was charged, or more. */
  void assertOneVideo(UploadResult result, Path file) {
    List<FakeVideo> videos = server.videos();
    assertThat(videos).hasSize(1);
    assertThat(videos.get(0).id()).isEqualTo(result.videoId());
    assertThat(videos.get(0).sha256()).isEqualTo(Sha256.of(file));
    assertThat(videos.get(0).size()).isEqualTo(result.bytes());
    long charged = server.quotaUsed("test-project", Bucket.UPLOADS);
    assertThat(spent()).isBetween(charged, result.quotaCharged());
  }

  long spent() {
    return ledger.entries("default").stream()
        .filter(entry -> entry.bucket().equals(QuotaPolicy.UPLOADS) && entry.state().counts())
        .mapToLong(QuotaEntry::units)
        .sum();
  }

  @Override
  public void close() {
    if (ownServer) {
      server.close();
    }
  }
}

package io.github.youtubeupload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.youtubeupload.metadata.VideoMetadata;
import io.github.youtubeupload.quota.QuotaPolicy;
import io.github.youtubeupload.source.PreparedSource;
import io.github.youtubeupload.source.SourceContext;
import io.github.youtubeupload.source.TestContent;
import io.github.youtubeupload.source.VideoSource;
import io.github.youtubeupload.store.UploadStep;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a source when there is no room in the quota. */
class QuotaWaitTest {
  private static final Instant JUST_BEFORE_THE_RESET = Instant.parse("2026-11-22T07:59:59Z");

  @TempDir private Path folder;

  /** Each look is a download, if the source is a URL that cannot be relayed. */
  private static final class CountedSource implements VideoSource {
    private final VideoSource source;
    private final AtomicInteger looks = new AtomicInteger();

    CountedSource(VideoSource source) {
      this.source = source;
    }

    @Override
    public PreparedSource prepare(SourceContext context) throws IOException {
      looks.incrementAndGet();
      return source.prepare(context);
    }
  }

  @Test
  void theSourceIsNotLookedAtAgainBeforeThereIsRoom() throws IOException {
    AdvancingTime time = new AdvancingTime(JUST_BEFORE_THE_RESET);
    Path video = TestVideos.make(folder, 1000);
    CountedSource source = new CountedSource(VideoSource.file(video));
    AtomicInteger asked = new AtomicInteger();
    try (Rig rig = new Rig()) {
      rig.ledgerAt(time);
      rig.ledger = CrashPoints.at("before usage", asked::incrementAndGet).around(rig.ledger);
      try (UploadClient client = rig.client(b -> waiting(1).apply(b).timing(time))) {
        client.upload(request(VideoSource.file(video)).build());
        Upload upload = client.submit(request(source).build());
        rig.awaitState(upload, UploadState.SUSPENDED);
        int before = asked.get();
        while (asked.get() < before + 2) { // the upload has woken twice, and found no room
          LockSupport.parkNanos(1_000_000);
        }
        assertThat(source.looks).hasValue(1);
        time.advance(Duration.ofSeconds(10));

        assertThat(upload.result().join().videoId()).isNotEmpty();
        assertThat(source.looks).hasValue(2);
      }
    }
  }

  @Test
  void whatCanBeReadOnlyOnceDoesNotWait() throws IOException {
    byte[] video = TestContent.video(300_000);
    try (Rig rig = new Rig()) {
      try (UploadClient client = rig.client(waiting(0))) {
        assertThatThrownBy(() -> client.upload(request(pipe(video)).id("job").build()))
            .isInstanceOf(QuotaExhaustedException.class);
        assertThat(client.find("job").orElseThrow().step()).isEqualTo(UploadStep.FAILED);
      }
      try (UploadClient client = rig.client(waiting(1))) {
        UploadResult result = client.upload(request(pipe(video)).id("job").build());

        rig.assertOneVideo(result, Files.write(folder.resolve("v.mp4"), video));
      }
    }
  }

  @Test
  void aListenerThatBreaksChangesNothing() throws IOException {
    UploadRequest request =
        request(VideoSource.file(TestVideos.make(folder, 1000)))
            .listener(
                progress -> {
                  if (progress.state() == UploadState.SUSPENDED) {
                    throw new Error("of the test");
                  }
                })
            .build();
    Upload upload;
    try (Rig rig = new Rig();
        UploadClient client = rig.client(waiting(0))) {
      upload = client.submit(request);
      rig.awaitState(upload, UploadState.SUSPENDED);
      assertThat(client.running()).hasSize(1);
    }
    assertThat(upload.result()).failsWithin(Duration.ofSeconds(20));
  }

  private static VideoSource pipe(byte[] video) {
    return VideoSource.pipe("v.mp4", new ByteArrayInputStream(video));
  }

  private static UploadRequest.Builder request(VideoSource source) {
    return UploadRequest.builder()
        .source(source)
        .metadata(VideoMetadata.builder().title("Friends").build());
  }

  private static UnaryOperator<UploadClientBuilder> waiting(int limit) {
    QuotaPolicy policy = QuotaPolicy.google().withLimit(QuotaPolicy.UPLOADS, limit);
    return b -> b.quotaPolicy(policy).waitForQuota(true);
  }
}

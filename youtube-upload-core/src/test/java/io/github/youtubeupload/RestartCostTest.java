package io.github.youtubeupload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.youtubeupload.auth.YouTubeCredentials;
import io.github.youtubeupload.contract.SampleRecords;
import io.github.youtubeupload.source.VideoSource;
import io.github.youtubeupload.store.UploadClaim;
import io.github.youtubeupload.store.UploadPage;
import io.github.youtubeupload.store.UploadQuery;
import io.github.youtubeupload.store.UploadRecord;
import io.github.youtubeupload.store.UploadStep;
import io.github.youtubeupload.store.UploadStore;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A restart with a long queue: counted in records that are written, not in time. */
@Timeout(60)
class RestartCostTest {
  private static final int QUEUED = 200;

  private final CountingStore store = new CountingStore();

  /** Knows whose record was written. */
  private static final class CountingStore implements UploadStore {
    private final UploadStore store = UploadStore.inMemory();
    private final Set<String> saved = ConcurrentHashMap.newKeySet();

    @Override
    public Optional<UploadClaim> claim(String uploadId) {
      return store.claim(uploadId).map(Counted::new);
    }

    @Override
    public Optional<UploadRecord> find(String uploadId) {
      return store.find(uploadId);
    }

    @Override
    public UploadPage page(UploadQuery query) {
      return store.page(query);
    }

    private final class Counted implements UploadClaim {
      private final UploadClaim claim;

      Counted(UploadClaim claim) {
        this.claim = claim;
      }

      @Override
      public Optional<UploadRecord> record() {
        return claim.record();
      }

      @Override
      public void save(UploadRecord record) {
        claim.save(record);
        saved.add(record.uploadId());
      }

      @Override
      public void delete() {
        claim.delete();
      }

      @Override
      public void close() {
        claim.close();
      }
    }
  }

  private void save(UploadRecord record) {
    try (UploadClaim claim = store.claim(record.uploadId()).orElseThrow()) {
      claim.save(record);
    }
  }

  private UploadClient client() {
    return UploadClient.builder()
        .credentials(YouTubeCredentials.accessToken("token"))
        .uploadStore(store)
        .maxConcurrentUploads(1)
        .build();
  }

  @Test
  void neitherResumeAllNorCloseWritesTheRecordsOfThoseThatOnlyQueue() throws Exception {
    for (int i = 0; i < QUEUED; i++) {
      save(SampleRecords.accepted("queued-" + i));
    }
    store.saved.clear();
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    VideoSource blocking =
        context -> {
          running.countDown();
          try {
            end.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          throw new IOException("the client is closed");
        };
    Resumption resumption =
        new Resumption() {
          @Override
          public Optional<VideoSource> source(UploadRecord record) {
            return Optional.of(blocking);
          }
        };
    UploadClient client = client();
    List<Upload> resumed = client.resumeAll(resumption);
    running.await();
    client.close();
    end.countDown();

    assertThat(resumed).hasSize(QUEUED);
    assertThat(store.saved).as("but for the one that ran").hasSizeLessThanOrEqualTo(1);
    assertThat(store.list(UploadQuery.UNFINISHED)).hasSize(QUEUED);
  }

  @Test
  void forgetEndedLeavesWhatIsYoungUnfinishedOrUnsettled() {
    Instant old = Instant.now().minus(Duration.ofDays(2));
    for (UploadStep step : UploadStep.values()) {
      save(SampleRecords.accepted(step.name(), old).ended(step, "why", old));
    }
    save(SampleRecords.accepted("young", old).completed("v", 1, Instant.now()));
    try (UploadClient client = client()) {
      assertThat(client.forgetEnded(Duration.ofDays(1))).isEqualTo(3);
      assertThat(client.list(UploadQuery.ALL.at(Set.of(UploadStep.COMPLETED))))
          .extracting(UploadRecord::uploadId)
          .containsExactly("young");
      assertThat(client.find("FAILED")).isEmpty();
      assertThat(client.find("CANCELLED")).isEmpty();
      assertThat(client.find("CANCELLED_LATE")).isPresent();
      assertThat(client.page(UploadQuery.ALL).records())
          .hasSize(UploadStep.values().length - 3 + 1);
    }
  }
}

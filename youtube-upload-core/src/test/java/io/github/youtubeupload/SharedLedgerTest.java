package io.github.youtubeupload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.youtubeupload.quota.QuotaEntry;
import io.github.youtubeupload.quota.QuotaPolicy;
import io.github.youtubeupload.quota.QuotaReservation;
import io.github.youtubeupload.store.UploadStore;
import io.github.youtubeupload.testkit.FakeYouTube;
import io.github.youtubeupload.testkit.Fault;
import io.github.youtubeupload.testkit.FaultScript;
import io.github.youtubeupload.testkit.Step;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What machines that share a ledger can rely on, whatever becomes of one of them. */
class SharedLedgerTest {
  private static final Instant JUST_BEFORE_THE_RESET = Instant.parse("2026-11-22T07:59:59Z");

  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  @TempDir private Path folder;
  private Path video;

  @BeforeEach
  void makeVideo() throws IOException {
    video = TestVideos.make(folder, 1000);
  }

  @Test
  void theSameIdOnAnotherMachinePaysForItself() {
    try (Rig rig = new Rig();
        UploadClient one = rig.client(limit(1));
        UploadClient other =
            rig.client(b -> limit(1).apply(b).uploadStore(UploadStore.inMemory()))) {
      one.upload(Rig.request(video).id("render-17").build());

      assertThatThrownBy(() -> other.upload(Rig.request(video).id("render-17").build()))
          .isInstanceOf(QuotaExhaustedException.class);
      assertThat(rig.server.videos()).hasSize(1);
    }
  }

  @Test
  void aProcessThatSleptPastItsLeaseAsksAgain() {
    AdvancingTime time = new AdvancingTime(Instant.parse("2026-11-22T12:00:00Z"));
    try (Rig rig = new Rig()) {
      rig.ledgerAt(time);
      Runnable sleep =
          () -> {
            time.advance(Duration.ofMinutes(11));
            assertThat(rig.ledger.reserve(anotherMachines()).granted()).isTrue();
          };
      UploadStore slow = CrashPoints.at("after save OPENING", sleep).around(rig.journal);
      try (UploadClient client =
          rig.client(b -> limit(1).apply(b).timing(time).uploadStore(slow))) {
        assertThatThrownBy(() -> client.upload(Rig.request(video).id("job").build()))
            .isInstanceOf(QuotaExhaustedException.class);
      }
      assertThat(rig.server.sessions()).isEmpty();
      assertThat(rig.spent()).isEqualTo(1);
    }
  }

  @Test
  void aRefusalThatComesAfterMidnightIsOfTheDayBefore() {
    AdvancingTime time = new AdvancingTime(JUST_BEFORE_THE_RESET);
    CrashPoints midnight =
        CrashPoints.at("before refused", () -> time.advance(Duration.ofSeconds(2)));
    try (Rig rig = new Rig().script(FaultScript.none().always(Step.OPEN, Fault.dailyQuota429()))) {
      rig.ledgerAt(time);
      rig.ledger = midnight.around(rig.ledger);
      try (UploadClient client = rig.client(b -> b.timing(time))) {
        assertThatThrownBy(() -> client.upload(Rig.request(video).build()))
            .asInstanceOf(InstanceOfAssertFactories.type(QuotaExhaustedException.class))
            .extracting(QuotaExhaustedException::retryAt)
            .isEqualTo(JUST_BEFORE_THE_RESET.plusSeconds(1));
        assertThat(client.quota().canUpload()).isTrue();
      }
    }
  }

  @Test
  void whoIsStoppedBeforeAnythingWasSentGivesItsUnitsBack() throws Exception {
    try (Rig rig = Rig.with(FakeYouTube.builder().tls().start());
        ServerSocket silent = new ServerSocket(0, 50, InetAddress.getByAddress(LOOPBACK));
        UploadClient client =
            rig.client(b -> b.endpoint(URI.create("https://127.0.0.1:" + silent.getLocalPort())))) {
      Upload upload = client.submit(Rig.request(video).id("job").build());
      try (Socket connecting = silent.accept()) {
        assertThat(rig.spent()).isEqualTo(1);
        upload.pause();

        assertThatThrownBy(() -> upload.result().join())
            .hasCauseInstanceOf(UploadSuspendedException.class);
        assertThat(connecting.isClosed()).isFalse();
      }
      await(() -> rig.spent() == 0);
      assertThat(rig.ledger.entries("default"))
          .extracting(QuotaEntry::state)
          .containsExactly(QuotaEntry.State.GIVEN_BACK);
    }
  }

  @Test
  void whoIsStoppedWhilePayingGivesItsUnitsBackToo() {
    AtomicReference<@Nullable Upload> paying = new AtomicReference<>();
    try (Rig rig = new Rig()) {
      Runnable pause =
          () -> {
            await(() -> paying.get() != null);
            Objects.requireNonNull(paying.get()).pause();
          };
      rig.ledger = CrashPoints.at("after settle SPENT", pause).around(rig.ledger);
      try (UploadClient client = rig.client()) {
        paying.set(client.submit(Rig.request(video).build()));
        assertThatThrownBy(() -> Objects.requireNonNull(paying.get()).result().join())
            .hasCauseInstanceOf(UploadSuspendedException.class);
        await(() -> rig.spent() == 0);
      }
      assertThat(rig.server.requestCount()).isZero();
    }
  }

  private interface Condition {
    boolean holds();
  }

  private static void await(Condition condition) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.holds()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      LockSupport.parkNanos(1_000_000);
    }
  }

  private static QuotaReservation anotherMachines() {
    return new QuotaReservation(
        "b#1", "default", QuotaPolicy.UPLOADS, 1, 1, "b", Duration.ofMinutes(10));
  }

  private static UnaryOperator<UploadClientBuilder> limit(int uploads) {
    return b -> b.quotaPolicy(QuotaPolicy.google().withLimit(QuotaPolicy.UPLOADS, uploads));
  }
}

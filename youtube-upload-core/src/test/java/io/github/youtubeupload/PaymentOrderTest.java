package io.github.youtubeupload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.youtubeupload.quota.QuotaStore;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said to the ledger arrives in the order it was said. */
class PaymentOrderTest {
  @TempDir private Path folder;

  @Test
  void aPauseTakesBackAPaymentThatIsUnderWay() throws Exception {
    CountDownLatch paying = new CountDownLatch(1);
    CountDownLatch slow = new CountDownLatch(1);
    CountDownLatch takenBack = new CountDownLatch(1);
    try (Rig rig = new Rig()) {
      QuotaStore ledger = rig.ledger;
      CrashPoints points =
          new CrashPoints(
              step -> {
                if (step.equals("before settle SPENT")) {
                  paying.countDown();
                  await(slow);
                }
                if (step.equals("after settle GIVEN_BACK")) {
                  takenBack.countDown();
                }
              });
      try (UploadClient client = rig.client(b -> b.quotaStore(points.around(ledger)))) {
        Upload upload = client.submit(Rig.request(TestVideos.make(folder, 1000)).build());
        assertThat(paying.await(30, TimeUnit.SECONDS)).isTrue();

        upload.pause();
        assertThatThrownBy(() -> upload.result().get(30, TimeUnit.SECONDS))
            .hasCauseInstanceOf(UploadSuspendedException.class);
        slow.countDown();

        assertThat(takenBack.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(rig.spent()).isZero();
        assertThat(rig.server.requests()).isEmpty();
      }
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError("a payment was broken off", e);
    }
  }
}

package io.github.youtubeupload.internal.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TimedStreamTest {
  private static final Duration LIMIT = Duration.ofMillis(20);
  private final CountDownLatch cut = new CountDownLatch(1);

  @Test
  void cutsAReadThatLastsTooLong() {
    TimedStream in = timed(blockedUntilCut());
    in.timeBy(heard(new ArrayList<>()));
    assertThatThrownBy(() -> in.read(new byte[10], 0, 10))
        .isInstanceOf(SocketTimeoutException.class)
        .hasMessageContaining("no data within PT0.02S");
  }

  @Test
  void cutsNothingWhileNobodyReads() throws Exception {
    TimedStream in = timed(new ByteArrayInputStream(new byte[10]));
    in.timeBy(heard(new ArrayList<>()));
    assertThat(cut.await(LIMIT.toMillis() * 5, TimeUnit.MILLISECONDS)).isFalse();
    assertThat(in.readAllBytes()).hasSize(10);
    in.end();
  }

  @Test
  void cutsNothingOnceItHasEnded() throws Exception {
    TimedStream in = timed(blockedUntilCut());
    in.timeBy(heard(new ArrayList<>()));
    in.end();
    Thread reader = new Thread(() -> assertThatThrownBy(in::read));
    reader.start();
    assertThat(cut.await(LIMIT.toMillis() * 5, TimeUnit.MILLISECONDS)).isFalse();
    cut.countDown();
    reader.join();
  }

  @Test
  void tellsEveryReadToTheMonitorFromTheMomentItHasOne() throws IOException {
    List<Integer> reads = new ArrayList<>();
    TimedStream in = timed(new ByteArrayInputStream(new byte[10]));
    in.read();
    in.timeBy(heard(reads));
    in.read();
    in.read(new byte[100], 0, 100);
    in.read();
    in.end();
    assertThat(reads).containsExactly(1, 8, 0);
  }

  private static ThroughputMonitor heard(List<Integer> reads) {
    return new ThroughputMonitor() {
      @Override
      public void waited(long nanos, int bytes) {
        reads.add(bytes);
      }

      @Override
      public Duration longestRead() {
        return LIMIT;
      }
    };
  }

  private TimedStream timed(InputStream in) {
    return new TimedStream(in, cut::countDown);
  }

  private InputStream blockedUntilCut() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        try {
          cut.await();
        } catch (InterruptedException e) {
          throw new InterruptedIOException("interrupted");
        }
        throw new SocketException("Socket closed");
      }

      @Override
      public int read(byte[] bytes, int from, int length) throws IOException {
        return read();
      }
    };
  }
}

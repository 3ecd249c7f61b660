package io.github.youtubeupload.testkit;

import static io.github.youtubeupload.testkit.RawUpload.BLOCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConcurrencyTest {
  @Test
  void theNewerPutOfASessionWinsAndTheOlderIsCut() throws Exception {
    byte[] bytes = Bytes.of(4 * BLOCK);
    try (FakeYouTube youtube = FakeYouTube.start();
        RawClient older = new RawClient(youtube)) {
      RawUpload upload = new RawUpload(youtube, bytes);
      older.write(
          upload.head("PUT", "") + "Content-Length: " + bytes.length + "\n\n",
          Arrays.copyOf(bytes, 2 * BLOCK + 5));
      assertThat(youtube.awaitBytesReceived(2 * BLOCK + 5, Duration.ofSeconds(10))).isTrue();

      assertThat(upload.put(BLOCK, bytes.length).status()).isEqualTo(308);
      assertThat(upload.put(2 * BLOCK, bytes.length).status()).isEqualTo(201);

      assertThatThrownBy(older::read).isInstanceOf(IOException.class);
      assertThat(youtube.videos())
          .extracting(FakeVideo::sha256)
          .containsExactly(Bytes.sha256(bytes));
    }
  }

  @Test
  void deletingASessionCutsThePutThatIsUnderWay() throws Exception {
    byte[] bytes = Bytes.of(4 * BLOCK);
    try (FakeYouTube youtube = FakeYouTube.start();
        RawClient older = new RawClient(youtube)) {
      RawUpload upload = new RawUpload(youtube, bytes);
      older.write(
          upload.head("PUT", "") + "Content-Length: " + bytes.length + "\n\n",
          Arrays.copyOf(bytes, 1000));
      assertThat(youtube.awaitBytesReceived(1000, Duration.ofSeconds(10))).isTrue();

      assertThat(upload.delete().status()).isEqualTo(499);

      assertThatThrownBy(older::read).isInstanceOf(IOException.class);
    }
  }

  @Test
  void takesManyUploadsAtOnceToTwoChannels() {
    try (FakeYouTube youtube = FakeYouTube.builder().channel("UCone").channel("UCtwo").start()) {
      List<String> expected =
          IntStream.range(0, 40).mapToObj(i -> Bytes.sha256(Bytes.of(100_000 + i))).toList();

      IntStream.range(0, 40)
          .mapToObj(i -> CompletableFuture.runAsync(() -> upload(youtube, 100_000 + i)))
          .toList()
          .forEach(CompletableFuture::join);

      assertThat(youtube.videos())
          .extracting(FakeVideo::sha256)
          .containsExactlyInAnyOrderElementsOf(expected);
      assertThat(youtube.doubles()).isEmpty();
    }
  }

  @Test
  void knowsADoubleWhenItSeesOne() throws IOException {
    try (FakeYouTube youtube = FakeYouTube.start()) {
      new RawUpload(youtube, Bytes.of(10)).putAll();
      new RawUpload(youtube, Bytes.of(11)).putAll();
      assertThat(youtube.doubles()).isEmpty();
      new RawUpload(youtube, Bytes.of(10)).putAll();

      assertThat(youtube.doubles()).containsExactly(youtube.videos().get(2));
    }
  }

  private static void upload(FakeYouTube youtube, int size) {
    try {
      assertThat(new RawUpload(youtube, Bytes.of(size)).putAll().status()).isEqualTo(201);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

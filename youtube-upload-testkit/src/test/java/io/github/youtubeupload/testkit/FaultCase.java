package io.github.youtubeupload.testkit;

import static io.github.youtubeupload.testkit.RawUpload.BLOCK;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.youtubeupload.testkit.RawClient.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;

/** A server, a video, and what tests of faults say about them. */
abstract class FaultCase {
  final byte[] bytes = Bytes.of(4 * BLOCK + 7);
  FakeYouTube youtube = FakeYouTube.start();

  @AfterEach
  void close() {
    youtube.close();
  }

  /** A client that reads before it has sent all: large bodies are answered early, then reset. */
  Answer earlyAnswer(RawUpload upload) throws IOException {
    try (RawClient client = new RawClient(youtube)) {
      client.write(upload.head("PUT", "") + "Content-Length: " + bytes.length + "\n\n");
      return client.read();
    }
  }

  Answer open() throws IOException {
    return RawUpload.open(
        youtube, youtube.accessToken(), "part=snippet", RawUpload.TITLED, "X-Test: none");
  }

  void restart(FakeYouTubeBuilder builder) {
    youtube.close();
    youtube = builder.start();
  }

  void assertGoesOnAt(RawUpload upload, int stored) throws IOException {
    if (stored == bytes.length) {
      assertThat(upload.ask().status()).isEqualTo(201);
    } else {
      assertStored(upload.ask(), stored);
      assertThat(upload.put(stored, bytes.length).status()).isEqualTo(201);
    }
    assertOneVideo();
  }

  static void assertStored(Answer answer, int stored) {
    assertThat(answer.status()).isEqualTo(308);
    assertThat(answer.header("Range"))
        .isEqualTo(stored == 0 ? Optional.empty() : Optional.of("bytes=0-" + (stored - 1)));
  }

  void assertOneVideo() {
    assertThat(youtube.videos()).extracting(FakeVideo::sha256).containsExactly(Bytes.sha256(bytes));
  }

  RecordedRequest lastOf(Step step) {
    List<RecordedRequest> all =
        youtube.requests().stream().filter(r -> r.fault().isPresent()).toList();
    assertThat(all).isNotEmpty().allMatch(r -> r.step() == step);
    return all.get(all.size() - 1);
  }

  void awaitReceived(long bytes) {
    try {
      assertThat(youtube.awaitBytesReceived(bytes, Duration.ofSeconds(10))).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  interface Call {
    Answer call() throws IOException;
  }

  /** The exception of a call that is expected to fail. */
  static CompletableFuture<Throwable> inBackground(Call call) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return new AssertionError("It was answered: " + call.call());
          } catch (IOException e) {
            return e;
          }
        });
  }
}

package io.github.youtubeupload.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.youtubeupload.testkit.RawClient.Answer;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that does nothing but ask and go on survives every gentle script with one video. */
class RandomScriptsTest {
  private static final int BLOCK = RawUpload.BLOCK;

  @ParameterizedTest
  @ValueSource(ints = {1, BLOCK, 2 * BLOCK + 17})
  void leadToOneVideo(int size) {
    byte[] bytes = Bytes.of(size);
    for (long seed = 0; seed < 60; seed++) {
      FaultScript script = FaultScript.random(seed, size);
      try (FakeYouTube youtube = FakeYouTube.start()) {
        youtube.script(script);
        new Patient(youtube, bytes, seed % 2 == 0 ? size : BLOCK).upload();
        assertThat(youtube.videos())
            .as(script.toString())
            .extracting(FakeVideo::sha256)
            .containsExactly(Bytes.sha256(bytes));
        assertThat(youtube.quotaUsed("test-project", Bucket.UPLOADS))
            .as(script.toString())
            .isEqualTo(youtube.sessions().size());
      }
    }
  }

  /** Repeats every failed request, asks after every failed PUT. */
  private static final class Patient {
    private final FakeYouTube youtube;
    private final byte[] bytes;
    private final int chunk;
    private final String token;
    private int tries;

    Patient(FakeYouTube youtube, byte[] bytes, int chunk) {
      this.youtube = youtube;
      this.bytes = bytes;
      this.chunk = chunk;
      this.token = youtube.accessToken();
    }

    void upload() {
      String target = open();
      Optional<Answer> answer = put(target, "bytes */" + bytes.length, new byte[0]);
      while (answer.isEmpty() || answer.get().status() > 299) {
        boolean known = answer.map(a -> a.status() == 308).orElse(false);
        target = answer.flatMap(a -> a.header("Location")).map(Patient::path).orElse(target);
        if (known) {
          answer = send(target, stored(answer.orElseThrow()));
        } else {
          answer = put(target, "bytes */" + bytes.length, new byte[0]);
        }
      }
    }

    private Optional<Answer> send(String target, int from) {
      int to = Math.min(bytes.length, from + chunk);
      if (to < bytes.length && (to - from) % BLOCK != 0) {
        to = bytes.length;
      }
      String range = "bytes " + from + "-" + (to - 1) + "/" + bytes.length;
      return put(target, range, Arrays.copyOfRange(bytes, from, to));
    }

    private String open() {
      while (true) {
        try {
          Answer answer =
              RawUpload.open(
                  youtube,
                  token,
                  "part=snippet",
                  RawUpload.TITLED,
                  "X-Upload-Content-Length: " + bytes.length);
          if (answer.status() == 200) {
            return path(answer.header("Location").orElseThrow());
          }
        } catch (IOException again) {
          count();
        }
      }
    }

    private Optional<Answer> put(String target, String range, byte[] body) {
      count();
      String head =
          "PUT %s HTTP/1.1\nAuthorization: Bearer %s\nContent-Range: %s\n"
              .formatted(target, token, range);
      try {
        return Optional.of(RawClient.call(youtube, head, body));
      } catch (IOException unknown) {
        return Optional.empty();
      }
    }

    /** Faults are bounded, so a client that needs this many tries runs in a circle. */
    private void count() {
      assertThat(++tries).isLessThan(40);
    }

    private static int stored(Answer answer) {
      return answer
          .header("Range")
          .map(range -> Integer.parseInt(range.substring("bytes=0-".length())) + 1)
          .orElse(0);
    }

    private static String path(String location) {
      return location.substring(location.indexOf('/', "http://".length()));
    }
  }
}

package io.github.youtubeupload.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.youtubeupload.testkit.RawClient.Answer;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Uploads in one request: whatever the body is like, there is an answer. */
class MultipartTest {
  private static final String RESOURCE =
      "--b\nContent-Type: application/json\n\n" + RawUpload.TITLED + "\n";
  private static final String MEDIA = "--b\nContent-Type: video/mp4\n\n";

  private final FakeYouTube youtube = FakeYouTube.start();

  @AfterEach
  void close() {
    youtube.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void takesLinesOfEitherEndAndLosesNoByte(String end) throws IOException {
    for (String media :
        new String[] {"x", "x\r", "\r\n", "a\n--b\u00ff", "a\r\n--bc\r\n--", "\n-", "\n--"}) {
      Answer answer = send(lines(RESOURCE + MEDIA, end) + media + lines("\n--b--", end));

      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      FakeVideo video = youtube.videos().get(youtube.videos().size() - 1);
      assertThat(youtube.file(video.id())).hasBinaryContent(media.getBytes(ISO_8859_1));
    }
  }

  @Test
  void takesAPreambleAnEpilogueAndBlanksAfterADelimiter() throws IOException {
    String body = "Hello.\n" + RESOURCE.replace("--b\n", "--b \t\n") + MEDIA + "xyz\n--b--\nBye.\n";

    assertThat(send(lines(body, "\r\n")).status()).isEqualTo(200);
    assertThat(youtube.videos()).extracting(FakeVideo::size).containsExactly(3L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nothing of it",
        "--b",
        "--b\nContent-Type: application/json",
        "--b\nContent-Type: application/json\n\n{",
        RESOURCE,
        RESOURCE + "--b",
        RESOURCE + "--b--",
        RESOURCE + "--b\nContent-Type: video/mp4",
        RESOURCE + MEDIA,
        RESOURCE + MEDIA + "xyz",
        RESOURCE + MEDIA + "xyz\n--b",
        RESOURCE + MEDIA + "xyz\n--b-",
        RESOURCE + MEDIA + "xyz\n--c--",
        RESOURCE + "--b\nno header\n\nxyz\n--b--",
        RESOURCE + MEDIA + "xyz\n" + MEDIA + "xyz\n--b--"
      })
  void answers400ToABodyThatIsMalformedOrUnfinished(String body) throws IOException {
    for (String end : new String[] {"\n", "\r\n"}) {
      assertThat(send(lines(body, end)).status()).isEqualTo(400);
    }
    assertThat(youtube.videos()).isEmpty();
    assertThat(youtube.quotaUsed("test-project", Bucket.UPLOADS)).isEqualTo(2);
  }

  @Test
  void makesNoVideoOfNoBytes() throws IOException {
    Answer answer = send(RESOURCE + MEDIA + "\n--b--");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(OpeningTest.reason(answer)).isEqualTo("mediaBodyRequired");
    assertThat(youtube.videos()).isEmpty();
  }

  @Test
  void refusesAResourceThatIsNotCalledJson() throws IOException {
    String text = RESOURCE.replace("application/json", "text/plain");

    assertThat(OpeningTest.reason(send(text + MEDIA + "x\n--b--"))).isEqualTo("badContent");
  }

  @Test
  void answers400ToABodyThatIsNoGzip() throws IOException {
    String head = head("resumable") + "Content-Encoding: gzip\n";
    byte[] cut = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1};

    for (byte[] body : new byte[][] {{1, 2, 3}, cut}) {
      assertThat(RawClient.call(youtube, head, body).status()).isEqualTo(400);
    }
  }

  private Answer send(String body) throws IOException {
    return RawClient.call(
        youtube,
        head("multipart") + "Content-Type: Multipart/Related; boundary=\"b\"\n",
        body.getBytes(ISO_8859_1));
  }

  private String head(String type) {
    String target = "/upload/youtube/v3/videos?part=snippet&uploadType=" + type;
    return "POST %s HTTP/1.1\nHost: localhost\nAuthorization: Bearer %s\n"
        .formatted(target, youtube.accessToken());
  }

  private static String lines(String text, String end) {
    return text.replace("\n", end);
  }
}

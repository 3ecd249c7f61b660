package io.github.youtubeupload.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.youtubeupload.testkit.RawClient.Answer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Session URIs lead back by the way that the client came. */
class PublicUrlTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"127.0.0.1:4711", "localhost", "fake-youtube:8080", "youtube.test", "[::1]:80"})
  void namesTheHostThatTheClientNamed(String host) throws IOException {
    try (FakeYouTube youtube = FakeYouTube.start()) {
      assertThat(location(youtube, host)).startsWith("http://" + host + "/upload/youtube/v3/");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "evil/..", "user@host", "host:port", ""})
  void namesItselfWhereHostIsNoHost(String host) throws IOException {
    try (FakeYouTube youtube = FakeYouTube.start()) {
      assertThat(location(youtube, host)).startsWith(youtube.rootUrl() + "upload/");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "https://upload.test, https://upload.test/",
    "http://127.0.0.1:32768/, http://127.0.0.1:32768/",
    "https://gateway.test/youtube, https://gateway.test/youtube/"
  })
  void namesThePublicUrlWhereThereIsOne(String given, String root) throws IOException {
    try (FakeYouTube youtube = FakeYouTube.builder().publicUrl(URI.create(given)).start()) {
      assertThat(youtube.rootUrl()).isEqualTo(root);
      assertThat(youtube.tokenUri()).isEqualTo(root + "token");
      assertThat(youtube.port()).isPositive();
      assertThat(location(youtube, "elsewhere:1")).startsWith(root + "upload/youtube/v3/");
    }
  }

  @Test
  void refusesWhatIsNoRoot() {
    FakeYouTubeBuilder builder = FakeYouTube.builder();
    for (String wrong : new String[] {"/path", "ftp://host/", "http:host", "https://host/?a=b"}) {
      assertThatThrownBy(() -> builder.publicUrl(URI.create(wrong)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(wrong);
    }
  }

  private static String location(FakeYouTube youtube, String host) throws IOException {
    String head =
        """
        POST /upload/youtube/v3/videos?uploadType=resumable&part=snippet,status HTTP/1.1
        Host: %s
        Authorization: Bearer %s
        Content-Type: application/json
        X-Upload-Content-Type: video/mp4
        """;
    byte[] body = RawUpload.TITLED.getBytes(StandardCharsets.UTF_8);
    try (RawClient client = new RawClient(youtube)) {
      Answer answer = client.send(head.formatted(host, youtube.accessToken()), body);
      return answer.header("Location").orElseThrow();
    }
  }
}

package io.github.youtubeupload.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.youtubeupload.testkit.RawClient.Answer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagesTest {
  private final FakeYouTube youtube = FakeYouTube.start();
  private String id = "";

  @BeforeEach
  void upload() throws IOException {
    String json =
        "{\"snippet\":{\"title\":\"\\\" onload=\\\"x & 'y'\",\"description\":\"two words\"}}";
    Answer opened =
        RawUpload.open(youtube, youtube.accessToken(), "part=snippet", json, "X-Test: none");
    String head =
        "PUT "
            + RawUpload.target(opened)
            + " HTTP/1.1\nAuthorization: Bearer "
            + youtube.accessToken();
    RawClient.call(youtube, head, "0123456789".getBytes(StandardCharsets.UTF_8));
    id = youtube.videos().get(0).id();
  }

  @AfterEach
  void close() {
    youtube.close();
  }

  @Test
  void playsTheVideoOnItsPage() throws IOException {
    Answer page = get(URI.create(youtube.watchUrl(id)), "");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body())
        .contains("<video controls src=\"/media/" + id + "\">", "two words", "public")
        .contains("&quot; onload=&quot;x &amp; &#39;y&#39;")
        .doesNotContain("\" onload=");
    assertThat(get(URI.create(youtube.studioUrl(id)), "").body())
        .contains(youtube.videos().get(0).sha256())
        .doesNotContain("\" onload=");
    assertThat(get(URI.create(youtube.rootUrl()), "").body())
        .contains("/watch?v=" + id)
        .doesNotContain("\" onload=");
    assertThat(get(URI.create(youtube.watchUrl("nothing")), "").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "'', 200, 0123456789, -",
        "bytes=0-3, 206, 0123, bytes 0-3/10",
        "bytes=4-, 206, 456789, bytes 4-9/10",
        "bytes=8-99, 206, 89, bytes 8-9/10",
        "bytes=-3, 206, 789, bytes 7-9/10",
        "bytes=-99, 206, 0123456789, bytes 0-9/10",
        "bytes=10-, 416, '', bytes */10",
        "bytes=3-2, 416, '', bytes */10",
        "lines=1-2, 200, 0123456789, -"
      })
  void servesRanges(String range, int status, String body, String contentRange) throws IOException {
    Answer answer = get(URI.create(youtube.rootUrl() + "media/" + id), range);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body()).isEqualTo(body);
    assertThat(answer.header("Content-Range").orElse(null)).isEqualTo(contentRange);
    if (status < 300) {
      assertThat(answer.header("Content-Type")).hasValue("video/mp4");
    }
  }

  @Test
  void saysSoWhereThereIsNothingToPlay() throws IOException {
    try (FakeYouTube hashing = FakeYouTube.builder().storage(Storage.HASH_ONLY).start()) {
      byte[] bytes = Bytes.of(700_000);
      new RawUpload(hashing, bytes).putAll();
      FakeVideo video = hashing.videos().get(0);

      assertThat(video.sha256()).isEqualTo(Bytes.sha256(bytes));
      String head = "GET /watch?v=" + video.id() + " HTTP/1.1\n";
      assertThat(RawClient.call(hashing, head, new byte[0]).body()).doesNotContain("<video");
      String media = "GET /media/" + video.id() + " HTTP/1.1\n";
      assertThat(RawClient.call(hashing, media, new byte[0]).status()).isEqualTo(404);
    }
  }

  private Answer get(URI uri, String range) throws IOException {
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    String head = "GET " + uri.getRawPath() + query + " HTTP/1.1\nHost: localhost\n";
    return RawClient.call(
        youtube, head + (range.isEmpty() ? "" : "Range: " + range + "\n"), new byte[0]);
  }
}

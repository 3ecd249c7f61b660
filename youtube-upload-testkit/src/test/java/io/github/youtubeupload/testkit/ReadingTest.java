package io.github.youtubeupload.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.youtubeupload.testkit.RawClient.Answer;
import io.github.youtubeupload.testkit.internal.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadingTest {
  private final FakeYouTube youtube =
      FakeYouTube.builder().channel("UCone").channel("UCtwo").processedAfterPolls(3).start();

  @AfterEach
  void close() {
    youtube.close();
  }

  @Test
  void pagesThroughTheUploadsOfAChannelNewestFirst() throws IOException {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      expected.add(0, upload(100 + i));
    }
    String uploads =
        text(
            get("channels?part=contentDetails&mine=true"),
            "items",
            0,
            "contentDetails",
            "relatedPlaylists",
            "uploads");

    Answer first = get("playlistItems?part=contentDetails&playlistId=" + uploads);
    Answer second =
        get(
            "playlistItems?part=contentDetails&maxResults=50&playlistId="
                + uploads
                + "&pageToken="
                + text(first, "nextPageToken"));

    List<String> found = new ArrayList<>(ids(first));
    assertThat(found).hasSize(5);
    found.addAll(ids(second));
    assertThat(found).isEqualTo(expected);
    assertThat(second.body()).doesNotContain("nextPageToken");
  }

  @Test
  void knowsNoUploadsOfAChannelWithoutAVideo() throws IOException {
    for (String playlist : List.of("UUtwo", "UUnone")) {
      Answer answer = get("playlistItems?part=id&playlistId=" + playlist);

      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.body()).contains("playlistNotFound", "youtube.playlistItem");
    }
    upload(10);
    assertThat(get("playlistItems?part=id&playlistId=UUone").status()).isEqualTo(200);
  }

  @Test
  void processesAfterSoManyPollsOrWhenTold() throws IOException {
    String polled = upload(10);
    String failed = upload(11);
    String rejected = upload(12);
    youtube.failProcessing(failed, "invalidFile");
    youtube.rejectVideo(rejected, "duplicate");

    String path = "videos?part=status,processingDetails&id=";
    assertThat(get(path + polled).body()).contains("\"uploadStatus\":\"uploaded\"");
    assertThat(get(path + polled).body()).contains("\"processingStatus\":\"processing\"");
    assertThat(get(path + polled).body())
        .contains("\"uploadStatus\":\"processed\"", "\"processingStatus\":\"succeeded\"");
    assertThat(get(path + failed + "," + rejected).body())
        .contains("\"failureReason\":\"invalidFile\"", "\"rejectionReason\":\"duplicate\"");
    assertThat(get(path + "nothing").body()).contains("\"items\":[]");
    assertThat(get(path + "a,".repeat(50) + "a").status()).isEqualTo(400);
  }

  @Test
  void changesAndDeletesOnlyWithTheScopeForIt() throws IOException {
    String id = upload(10);
    String json = "{\"id\":\"" + id + "\",\"snippet\":{\"title\":\"New\",\"categoryId\":\"22\"}}";

    assertThat(call("PUT", "videos?part=snippet", json, Grant.READONLY).status()).isEqualTo(403);
    assertThat(call("DELETE", "videos?id=" + id, "", Grant.UPLOAD).status()).isEqualTo(403);
    assertThat(call("PUT", "videos?part=snippet", json, Grant.FORCE_SSL).status()).isEqualTo(200);
    assertThat(youtube.videos().get(0).title()).isEqualTo("New");
    assertThat(call("DELETE", "videos?id=" + id, "", Grant.FORCE_SSL).status()).isEqualTo(204);
    assertThat(youtube.videos()).isEmpty();
    assertThat(call("DELETE", "videos?id=" + id, "", Grant.FORCE_SSL).status()).isEqualTo(404);
    assertThat(youtube.quotaUsed("test-project", Bucket.SHARED)).isEqualTo(150);
  }

  @Test
  void readsNothingWithTheScopeToUpload() throws IOException {
    assertThat(call("GET", "channels?part=id&mine=true", "", Grant.UPLOAD).status()).isEqualTo(403);
  }

  @Test
  void publishesAVideoWhoseTimeHasCome() throws IOException {
    String id = upload(10);
    String due = "2020-01-01T00:00:00Z";
    String json =
        "{\"id\":\"%s\",\"status\":{\"privacyStatus\":\"private\",\"publishAt\":\"%s\"}}"
            .formatted(id, due);

    assertThat(call("PUT", "videos?part=status", json, Grant.FORCE_SSL).status()).isEqualTo(200);
    assertThat(get("videos?part=status,status&id=" + id).body())
        .contains("\"privacyStatus\":\"public\"");
    assertThat(youtube.videos().get(0).privacyStatus()).isEqualTo("public");
  }

  private String upload(int size) throws IOException {
    Answer answer = new RawUpload(youtube, Bytes.of(size)).putAll();
    return text(answer, "id");
  }

  private Answer get(String path) throws IOException {
    return call("GET", path, "", Grant.READONLY);
  }

  private Answer call(String method, String path, String body, String scope) throws IOException {
    String token = youtube.issueAccessToken(youtube.grant().scopes(scope));
    String head =
        method + " /youtube/v3/" + path + " HTTP/1.1\nAuthorization: Bearer " + token + "\n";
    return RawClient.call(youtube, head, body.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> ids(Answer page) {
    List<?> items = (List<?>) ((Map<?, ?>) Json.read(page.body())).get("items");
    List<String> ids = new ArrayList<>();
    for (Object item : items) {
      Map<?, ?> details = (Map<?, ?>) ((Map<?, ?>) item).get("contentDetails");
      ids.add(details.get("videoId").toString());
    }
    return ids;
  }

  private static String text(Answer answer, Object... path) {
    Object value = Json.read(answer.body());
    for (Object name : path) {
      value =
          name instanceof Integer index
              ? ((List<?>) value).get(index)
              : Objects.requireNonNull(((Map<?, ?>) value).get(name));
    }
    return value.toString();
  }
}
